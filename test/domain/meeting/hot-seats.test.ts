import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextInSeat, seatsAfter } from '#app/domain/meeting/hot-seats.ts';
import { circle, type Meeting, openMeeting, plainItem, plannedMeeting, startsAt } from './meeting-builder.ts';

const ring = [...circle];
const ids = Array.from({ length: 14 }, (_, index) => `s${index}`);

function withSeats(...bringers: (string | null)[]): Meeting {
  const meeting = openMeeting().at(0);
  for (const [place, bringer] of bringers.entries())
    meeting.propose(`seat${place}`, { itemKind: 'hot-seat', bringer });
  return meeting;
}

test('X1 T8 a turn counts once it has begun; a hot seat that could not start counts for nothing', () => {
  const meeting = withSeats('ben', 'cleo', null);
  meeting.clock('item.start', 'seat0');
  meeting.clock('item.start', 'seat2');
  meeting.does('ada', { kind: 'meeting.close' });
  expect(seatsAfter(meeting.state)).toEqual({ ben: { turns: 1, last: startsAt } });
});

test('X1 one challenge over several items is one turn', () => {
  const meeting = plannedMeeting()
    .at(-5)
    .arrive(...circle);
  meeting.does('ada', { kind: 'format.choose', format: 'case-consult', items: ids });
  meeting.does('ada', { kind: 'seat.give', item: 's1', person: 'dov' });
  meeting.at(0);
  for (const item of ['s1', 's2', 's4', 's5']) meeting.clock('item.start', item);
  expect(seatsAfter(meeting.state)).toEqual({ dov: { turns: 1, last: startsAt } });
});

test('X2 what a meeting was told goes on with its own turns added; telling it again changes nothing', () => {
  const meeting = withSeats('ben');
  const seats = { ben: { turns: 1, last: 7 }, dov: { turns: 2, last: 5 } };
  expect(meeting.house({ kind: 'seats.tell', seats })).toEqual(['seats.told']);
  expect(meeting.house({ kind: 'seats.tell', seats })).toEqual([]);
  expect(meeting.refuses('ada', { kind: 'seats.tell', seats: {} })).toBe('not-allowed');
  meeting.clock('item.start', 'seat0');
  meeting.does('ada', { kind: 'meeting.close' });
  expect(seatsAfter(meeting.state)).toEqual({
    ben: { turns: 2, last: startsAt },
    dov: { turns: 2, last: 5 },
  });
  expect(meeting.refuses(null, { kind: 'seats.tell', seats: {} })).toBe('meeting-closed');
});

test('X3 suggested is whoever has had it least, then longest ago, then first around the ring', () => {
  const meeting = withSeats('ada', null);
  const next = () => nextInSeat(meeting.state, ring, 'seat1');
  expect(next()).toBe('ben');
  meeting.house({ kind: 'seats.tell', seats: { ben: { turns: 1, last: 9 }, cleo: { turns: 1, last: 3 } } });
  expect(next()).toBe('dov');
  const given = { ...plainItem, title: 'A seat', itemKind: 'hot-seat', bringer: 'dov' } as const;
  meeting.does('ada', { kind: 'item.edit', item: 'seat1', ...given });
  expect(next()).toBe('cleo');
  expect(nextInSeat(meeting.state, [], 'seat1')).toBeNull();
});

test('X3 when every meeting takes whom it is told, nobody is more than one turn ahead of anybody', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(ring, { minLength: 1 }),
      fc.integer({ min: 1, max: 20 }),
      (people, meetings) => {
        let seats = {};
        for (let number = 0; number < meetings; number += 1) {
          const person = nextInSeat({ items: [], seats, startsAt: number }, people, 'seat0') ?? '';
          const items = withSeats(person).at(1);
          items.clock('item.start', 'seat0');
          seats = seatsAfter({ ...items.state, seats, startsAt: number + 1 });
        }
        const turns = people.map(
          (person) => (seats as Record<string, { turns: number }>)[person]?.turns ?? 0,
        );
        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 30 },
  );
});

test('X3 several free seats of one meeting are suggested to several members, one challenge to one', () => {
  const crowd = plannedMeeting();
  crowd.does('ada', { kind: 'format.choose', format: 'quarter-hour-crowd', items: ids });
  const seats = ['s0', 's1', 's2', 's3'].map((item) => nextInSeat(crowd.state, ring, item));
  expect(seats).toEqual(ring);
  const one = plannedMeeting();
  one.does('ada', { kind: 'format.choose', format: 'hot-seat-60', items: ids });
  expect([nextInSeat(one.state, ring, 's1'), nextInSeat(one.state, ring, 's4')]).toEqual(['ada', 'ada']);
});
