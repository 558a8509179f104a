// The seats of the ring, worked out from what a browser knows of the room.
import { describe, expect, test } from 'vitest';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import type { RoomState } from '#app/screens/live/room-state.ts';
import { ringSeats } from '#app/screens/room/ring-seats.ts';
import { hand, names, present } from './room-scene.ts';

describe('the ring', () => {
  const state: RoomState = {
    ...{ room: 'r', me: 'a', connection: 'live', pending: [], offset: 0 },
    people: Object.entries(names).map(([id, name]) => ({ id, name })),
    meeting: {
      ...emptyMeeting,
      attendance: { a: present, b: present },
      lead: { holder: 'b', planned: 'b', line: [], lentBy: null },
      floor: {
        ...emptyMeeting.floor,
        hands: [hand('a', 1)],
        holder: { person: 'b', since: 0 },
      },
    },
    here: ['a'],
    typing: ['a', 'b'],
  };

  test('shows who is here, who blinked, who leads, speaks, types and waits', () => {
    expect(ringSeats(state)).toMatchObject([
      { id: 'a', state: 'present', self: true, hand: 1, typing: false, lead: false },
      { id: 'b', state: 'away', lead: true, floor: true, typing: true },
      { id: 'c', state: 'absent', lead: false },
    ]);
  });

  test('believes the log while the line is gone', () => {
    const seats = ringSeats({ ...state, connection: 'offline', here: [] });
    expect(seats.map((seat) => seat.state)).toEqual(['present', 'present', 'absent']);
  });
});
