import type { Message } from '#app/domain/talk/talk.ts';

/** Something that happened between the lines: an item began, somebody took the lead, a decision was caught. */
export type TalkMark = {
  id: string;
  at: number;
  kind: 'item' | 'lead' | 'decision' | 'action' | 'meeting' | 'time';
  text: string;
};

/** What the talk shows, in order: lines of one person together, marks, and where the new lines begin. */
export type TalkEntry =
  | { kind: 'lines'; id: string; author: string; at: number; lines: readonly Message[] }
  | { kind: 'mark'; id: string; mark: TalkMark }
  | { kind: 'new'; id: string };

/** Lines of one person stand together when they were said within this time, in ms. */
const TOGETHER = 3 * 60_000;

/**
 * The talk as it is drawn. `marks` older than the oldest line are left out unless the talk is `whole`; `newFrom` is the
 * version of the first new line, or null.
 */
export function talkEntries(
  messages: readonly Message[],
  marks: readonly TalkMark[],
  { newFrom, whole }: { newFrom: number | null; whole: boolean },
): TalkEntry[] {
  const entries: TalkEntry[] = [];
  const oldest = whole ? 0 : (messages[0]?.at ?? Number.POSITIVE_INFINITY);
  const ahead = marks.filter((mark) => mark.at >= oldest).sort((a, b) => a.at - b.at);

  const markUntil = (at: number) => {
    while (ahead[0] && ahead[0].at <= at) {
      const [mark] = ahead.splice(0, 1) as [TalkMark];
      entries.push({ kind: 'mark', id: mark.id, mark });
    }
  };
  for (const message of messages) {
    markUntil(message.at);
    if (newFrom === message.version) entries.push({ kind: 'new', id: 'new' });
    addLine(entries, message);
  }
  markUntil(Number.POSITIVE_INFINITY);
  return entries;
}

function addLine(entries: TalkEntry[], message: Message): void {
  const last = entries.at(-1);
  if (last?.kind === 'lines' && last.author === message.author && message.at - last.at <= TOGETHER) {
    entries[entries.length - 1] = { ...last, lines: [...last.lines, message] };
    return;
  }
  const { id, author, at } = message;
  entries.push({ kind: 'lines', id, author, at, lines: [message] });
}
