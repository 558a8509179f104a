import type { UnreadNews } from '#app/domain/meeting/protocol.ts';
import { connectAs, liveSocket, nameOn } from '../live/socket.ts';
import { whenBack } from '../live/when-back.ts';

/** How soon counts are asked for anew, in ms: after reading elsewhere, and after somebody wrote, which may be read here. */
const SOON = 100;
const AFTER_WORDS = 2_000;

/** Listens for what is new to this person; `changed` is called when it may be something else than before. */
export function hearUnread(me: string, changed: () => void): () => void {
  const line = liveSocket();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasAway = false;

  function soon(news?: UnreadNews): void {
    clearTimeout(timer);
    timer = setTimeout(changed, news?.version === null ? AFTER_WORDS : SOON);
  }
  // A line that the server has ended does not come again by itself.
  function onReturn(): void {
    soon();
    connectAs(line, me);
  }
  const onLost = () => {
    wasAway = true;
  };
  const onConnect = () => wasAway && soon();

  line.on('unread', soon);
  line.on('connect', onConnect);
  line.on('disconnect', onLost);
  const leave = whenBack(onReturn);
  if (!line.connected || nameOn(line) !== me) connectAs(line, me);
  return () => {
    clearTimeout(timer);
    line.off('unread', soon);
    line.off('connect', onConnect);
    line.off('disconnect', onLost);
    leave();
  };
}
