/**
 * What a closed meeting leaves to the next one.
 *
 * R1 Topics and hot seats that never started are carried over, with their votes, in their order, counted once more.
 * Source: the agenda design, T6.
 */
import { type ItemDraft, unfinishedItems } from './agenda.ts';
import type { MeetingState } from './state.ts';

export type CarriedItem = ItemDraft & { item: string; carried: number; votes: number };

/** The items to carry over, in order. */
export function carriedItems(state: MeetingState): CarriedItem[] {
  return unfinishedItems(state.items).map(
    ({ id, title, itemKind, minutes, bringer, help, carried, votes }) => ({
      ...{ item: id, title, itemKind, minutes, bringer, help, votes },
      carried: carried + 1,
    }),
  );
}
