// A room's people and items as plain data, for tests of what the room says of them.
import { idleClock } from '#app/domain/meeting/agenda.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';

/** The people, by id. */
export const names: Record<string, string> = { a: 'Ana', b: 'Ben', c: 'Cleo' };

export const nameOf = (person: string) => names[person] ?? '?';

/** Who has been here from the beginning. */
export const present = { arrivedAt: 0, presentMs: 0, liveMs: 0, since: 0, leftAt: null };

/** An item of ten minutes; `changes` are those of its clock, which is idle. */
export const item = (id: string, changes: object = {}): MeetingState['items'][number] => ({
  ...{ id, key: id, title: `Item ${id}`, itemKind: 'topic', minutes: 10, bringer: null, help: '' },
  ...{
    proposer: null,
    proposedAt: 0,
    carried: 0,
    votes: 0,
    withdrawn: false,
    setAside: null,
    recalled: false,
  },
  ...{ run: null, course: [], extensions: [], dropped: false, kept: false },
  clock: { ...idleClock, ...changes },
});

/** A raised hand; `raisedAt` in ms. */
export const hand = (person: string, raisedAt: number) => ({
  person,
  raisedAt,
  rank: 0,
  heard: [],
  away: false,
});
