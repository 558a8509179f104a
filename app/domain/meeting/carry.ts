/**
 * What a closed meeting leaves to the next one.
 *
 * R1 Topics and hot seats that never started are carried over, with their votes, counted once more: hot seats first (T8),
 *    then topics, each in their order.
 * R2 What has come twice already is carried a third time only when its owner said so (T6).
 * Source: the agenda design, T6 and T8.
 */
import { unfinishedItems } from './agenda.ts';
import type { CarriedItem } from './commands.ts';
import { MOST_SILENT } from './may.ts';
import type { MeetingState } from './state.ts';

/** The items to carry over, in order. */
export function carriedItems(state: Pick<MeetingState, 'items'>): CarriedItem[] {
  const waiting = unfinishedItems(state.items).filter(({ carried, kept }) => carried < MOST_SILENT || kept);
  const seats = waiting.filter(({ itemKind }) => itemKind === 'hot-seat');
  const topics = waiting.filter(({ itemKind }) => itemKind !== 'hot-seat');
  return [...seats, ...topics].map(
    ({ id, title, itemKind, minutes, bringer, help, carried, votes, run }) => ({
      ...{ item: id, title, itemKind, minutes, bringer, help, votes, run },
      carried: carried + 1,
    }),
  );
}
