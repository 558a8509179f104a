/**
 * Talk while a whole batch is folded: copied once and not for each of its lines. It comes to the same as `evolveTalk` line
 * by line (K4, K7); only whoever opened it may look at it before the end, and what it began with is not touched.
 */
import { handOnSameIds, tellIds } from './line-ids.ts';
import { type LoggedTalk, lineOf, type Message, TALK_TAIL, withLine } from './talk.ts';

export type Posted = LoggedTalk & { kind: 'message.posted' };

/**
 * Lists in which no line answers another or is hidden: nobody has to look through them for it again. The list that grew
 * out of one takes its place here, or the set would grow until the collector next goes through everything.
 */
const flat = new WeakSet<readonly Message[]>();

export function openGrowingTalk(from: readonly Message[], tail = TALK_TAIL) {
  let lines = [...from];
  let isUneven = !flat.delete(from) && lines.some(({ thread, hidden }) => thread !== null || hidden);
  if (!isUneven) flat.add(lines);
  handOnSameIds(from, lines);

  return {
    /** The lines so far: one list that goes on growing. */
    lines: (): readonly Message[] => lines,
    /** Takes in a line that everybody may read. */
    add(event: Posted): void {
      if (!isUneven && (event.thread ?? null) !== null) {
        isUneven = true;
        flat.delete(lines);
      }
      const line = lineOf(event);
      const isFull = lines.length >= tail;
      // Which line goes depends on the others.
      if (isFull && (isUneven || lines.length > tail)) {
        lines = withLine(lines, line, tail);
        return;
      }
      tellIds(lines, line, isFull ? lines[0] : undefined);
      if (isFull) lines.shift();
      lines.push(line);
    },
  };
}
