/** How long a sign-in is believed in once it was asked about, in ms. */
const PAUSE = 30_000;

/**
 * Asks whether `person` is still signed in here whenever somebody comes back to this tab, at most once in so long; a page
 * that is covered asks each time. Without an answer nothing changes.
 */
export function watchSignIn(person: string, tell: (isEnded: boolean) => void): () => void {
  let askedAt = -PAUSE;
  let isEnded = false;
  let isGone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

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
    const status = await ask(person);
    if (isGone) return;
    if (status !== 401 && status !== 204) {
      askedAt = -PAUSE;
      // Somebody came back while it was asked in vain.
      if (timer) void look();
      return;
    }
    isEnded = status === 401;
    tell(isEnded);
  }
  const onShow = (event: PageTransitionEvent) => event.persisted && void look();

  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', onShow);
  return () => {
    isGone = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pageshow', onShow);
  };
}

async function ask(person: string): Promise<number | null> {
  const answer = await fetch(`/signed-in?${new URLSearchParams({ person })}`).catch(() => null);
  return answer?.status ?? null;
}
