/**
 * What is written in silence, until everybody may read it.
 *
 * K8 A hidden line has no text but sealed words; whoever does not know them sees that somebody wrote, and nothing else. It
 *    stays among the newest, however many come after it, until it is revealed.
 * K9 One event reveals all that is hidden; what was taken back before is not among it, and what is taken back after it
 *    loses its words there too. Its author's own copy may come later than the reveal; then it changes nothing. Where it comes
 *    later than a later edit, from another tab, the line was last edited when that was.
 */
import type { Message, TalkEvent } from './talk.ts';

/** Words as an event carries them: `text` is what everybody may read, `sealed` what only the author may. */
export type Words = { text: string | null; hidden?: true; sealed?: string };

/** K8 */
export function seal(text: string): Words {
  return { text: null, hidden: true, sealed: text };
}

/** K9: the event that shows what is hidden, or none when nothing is. */
export function revealWords(messages: readonly Message[]): TalkEvent[] {
  const lines: Record<string, string> = {};
  for (const { id, hidden, sealed } of messages) if (hidden && sealed !== undefined) lines[id] = sealed;
  return Object.keys(lines).length > 0 ? [{ kind: 'message.revealed', lines }] : [];
}

/** K9: the lines after the reveal. */
export function revealed(messages: readonly Message[], lines: Record<string, string>): readonly Message[] {
  return messages.map((line) => {
    const text = lines[line.id];
    return line.hidden && text !== undefined ? { ...opened(line), text } : line;
  });
}

/** A line that is not hidden any more, and has no words yet. */
export function opened(line: Message): Message {
  const { hidden: _was, sealed: _words, ...open } = line;
  return open;
}

/** K8: what a masked event or line leaves out. */
export function withoutSealed<Sealed extends { sealed?: string }>(one: Sealed): Sealed {
  const { sealed: _words, ...shown } = one;
  return shown as Sealed;
}

/** The author's own copy of a hidden line may come before or after the one that everybody gets: it is one line. */
export function withHidden(messages: readonly Message[], line: Message): readonly Message[] | null {
  const known = line.hidden && messages.some(({ id }) => id === line.id);
  if (!known) return null;
  return messages.map((one) => (one.id === line.id && one.hidden ? { ...one, ...sealedOf(line) } : one));
}

/** K9: a hidden line that was edited. */
export function withEdit(line: Message, { at, sealed }: { at: number; sealed?: string }): Message {
  return { ...line, ...sealedOf({ sealed }), editedAt: Math.max(line.editedAt ?? at, at) };
}

export function sealedOf({ sealed }: { sealed?: string | undefined }): { sealed?: string } {
  return sealed === undefined ? {} : { sealed };
}
