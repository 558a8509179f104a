import { type Floor, speakingQueue } from '#app/domain/meeting/floor.ts';

/** One place in the speaking queue, with the reason for it. */
export type QueueLine = { person: string; place: number; reason: string };

const times = ['first turn', 'second turn', 'third turn'];

/** The queue in order (F1) and why everybody stands where they stand. `clock` says an instant as "18:03". */
export function queueLines(floor: Floor, hasItem: boolean, clock: (at: number) => string): QueueLine[] {
  const where = hasItem ? 'in this item' : 'so far';
  return speakingQueue(floor).map(({ person, raisedAt }, index) => {
    const taken = floor.turns[person] ?? 0;
    const turn = times[taken] ?? `turn number ${taken + 1}`;
    return { person, place: index + 1, reason: `${turn} ${where}, hand up since ${clock(raisedAt)}` };
  });
}
