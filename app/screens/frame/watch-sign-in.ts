import type { SignedOutWord } from '../live/socket.ts';
import { whenBack } from '../live/when-back.ts';

const word: SignedOutWord = 'signed-out';

/** How long a sign-in is believed in once it was asked about, in ms. */
const PAUSE = 30_000;

/**
 * Asks whether `person` is still signed in here whenever somebody comes back to this page. Once that is known it is believed
 * for a while; a page that is covered asks each time, and so does one whose line has said that it is over. Without an
 * answer nothing changes.
 */
export function watchSignIn(person: string, tell: (isEnded: boolean) => void): () => void {
  let askedAt = -PAUSE;
  let isEnded = false;
  let isGone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // What is asked and what the line says is numbered: what was asked earlier than the newest that is known is no news.
  let last = 0;
  let known = 0;

  function take(number: number, nowEnded: boolean): void {
    known = number;
    isEnded = nowEnded;
    tell(nowEnded);
  }

  async function look(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (document.visibilityState !== 'visible') return;
    const wait = isEnded ? 0 : askedAt + PAUSE - performance.now();
    if (wait > 0) {
      timer = setTimeout(look, wait);
      return;
    }
    askedAt = performance.now();
    last += 1;
    const number = last;
    const status = await ask(person);
    if (isGone || number < known) return;
    if (status === 401 || status === 204) return take(number, status === 401);
    askedAt = -PAUSE;
    // Somebody came back while it was asked in vain.
    if (timer) void look();
  }

  function onWord(): void {
    last += 1;
    take(last, true);
    void look();
  }

  const leave = whenBack(look);
  addEventListener(word, onWord);
  return () => {
    isGone = true;
    clearTimeout(timer);
    leave();
    removeEventListener(word, onWord);
  };
}

async function ask(person: string): Promise<number | null> {
  const answer = await fetch(`/signed-in?${new URLSearchParams({ person })}`).catch(() => null);
  return answer?.status ?? null;
}
