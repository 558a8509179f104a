// The queue as the room shows it: each place with its reason.
import { describe, expect, test } from 'vitest';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { queueLines } from '#app/screens/room/queue-lines.ts';
import { hand } from './room-scene.ts';

describe('the queue', () => {
  const floor = {
    ...emptyMeeting.floor,
    turns: { a: 1, d: 1 },
    hands: [
      { ...hand('a', 0), rank: 1 },
      hand('b', 110_000),
      hand('c', 40_000),
      { ...hand('d', 120_000), rank: 3 },
      { ...hand('e', 0), away: true },
    ],
  };

  test('says for each place why', () => {
    expect(queueLines(floor, true, 130_000)).toEqual([
      { person: 'c', place: 1, reason: 'first time in this item, raised 1 min ago' },
      { person: 'b', place: 2, reason: 'first time in this item, raised just now' },
      { person: 'a', place: 3, reason: 'second time in this item, raised 2 min ago' },
      { person: 'd', place: 4, reason: 'spoke while others waited, raised just now' },
      { person: 'e', place: null, reason: 'out of the room, keeps the hand up' },
    ]);
    expect(queueLines({ ...floor, turns: { a: 4 } }, false, 0)[2]?.reason).toBe(
      'turn number 5 so far, raised just now',
    );
  });

  test('first come needs no other reason than the time', () => {
    const lines = queueLines({ ...floor, order: 'first-come' }, true, 130_000);
    expect(lines.map(({ person, reason }) => [person, reason])).toEqual([
      ['a', 'raised 2 min ago'],
      ['c', 'raised 1 min ago'],
      ['b', 'raised just now'],
      ['d', 'raised just now'],
      ['e', 'out of the room, keeps the hand up'],
    ]);
  });
});
