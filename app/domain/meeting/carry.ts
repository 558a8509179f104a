/**
 * What a closed meeting leaves to the next one.
 *
 * R1 Topics and hot seats that never started are carried over, with their votes, counted once more: hot seats first (T8),
 *    then topics, each in their order. A meeting that was skipped counts for nothing: all go on as they came.
 * R2 What has come twice already is carried a third time only when its owner said so (T6).
 * Source: the agenda design, T6 and T8.
 */
import type { AgendaItem } from './agenda.ts';
import { challengeOf } from './challenge.ts';
import type { CarriedItem } from './commands.ts';
import { MOST_SILENT } from './may.ts';
import type { MeetingState } from './state.ts';
import { unfinishedItems } from './unfinished.ts';

/** The items to carry over, in order. */
export function carriedItems({ items, status }: Pick<MeetingState, 'items' | 'status'>): CarriedItem[] {
  const isSkipped = status === 'skipped';
  const wanted = (item: AgendaItem) =>
    isSkipped || item.carried < MOST_SILENT || item.kept || challengeOf(items, item).some(({ kept }) => kept);
  const waiting = unfinishedItems(items).filter(wanted);
  const seats = waiting.filter(({ itemKind }) => itemKind !== 'topic');
  const topics = waiting.filter(({ itemKind }) => itemKind === 'topic');
  return [...seats, ...topics].map((item) => {
    const { id, title, itemKind, minutes, bringer, help, carried, votes } = item;
    const run = runOnItsOwn(items, item);
    return {
      item: id,
      title,
      itemKind,
      minutes,
      bringer,
      help,
      votes,
      run,
      carried: isSkipped ? carried : carried + 1,
    };
  });
}

/** R3: the next meeting may have a challenge of the same format; this one is not part of it. */
function runOnItsOwn(items: readonly AgendaItem[], item: AgendaItem): AgendaItem['run'] {
  const [first] = challengeOf(items, item);
  return item.run?.seat && first ? { ...item.run, seat: first.id } : item.run;
}
