import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  absorb,
  extensionMs,
  isExtended,
  leastMinutes,
  pulledUp,
  type Stake,
  type Thumb,
} from '#app/domain/meeting/overrun.ts';
import { type Meeting, minute, openMeeting } from './meeting-builder.ts';

const min = 60_000;

/** The circle's thumbs, in order of coming. */
function vote(...thumbs: (Thumb | null)[]) {
  const people = thumbs.map((_, index) => `p${index}`);
  const shown = thumbs.flatMap((thumb, index) => (thumb ? [[`p${index}`, thumb]] : []));
  return isExtended(Object.fromEntries(shown), people);
}

test('T3 more up than down, and a third of those present; a tie moves on', () => {
  const [up, down, side] = ['up', 'down', 'sideways'] as const;
  expect(vote(up, up, up, down, down, side, side)).toBe(true);
  expect(vote(up, up, down, side, side, side, side)).toBe(false);
  expect(vote(up, up, down, down)).toBe(false);
  expect(vote(up, null, null)).toBe(true);
  expect(vote(up, null, null, null)).toBe(false);
  expect(vote()).toBe(false);
  expect(isExtended({ gone: 'up', a: 'down' }, ['a'])).toBe(false);
});

test.each([
  [20, [10, 5]],
  [8, [4, 2]],
  [5, [3, 2]],
  [3, [2, 1]],
  [1, [1, 1]],
])('T4 an item of %i min may have %j min more, and no third time', (minutes, [first, second]) => {
  expect(extensionMs({ minutes, extensions: [] })).toBe((first ?? 0) * min);
  expect(extensionMs({ minutes, extensions: [1] })).toBe((second ?? 0) * min);
  expect(extensionMs({ minutes, extensions: [1, 1] })).toBeNull();
});

test.each([
  [15, 8],
  [10, 5],
  [5, 5],
  [3, 3],
  [30, 15],
])('T5 a topic of %i min may shrink to %i', (minutes, least) => {
  expect(leastMinutes(minutes)).toBe(least);
});

const topic = (id: string, minutes: number, least = leastMinutes(minutes)): Stake => ({
  id,
  minutes,
  least,
  gives: true,
});
const firm = (id: string, minutes: number): Stake => ({ id, minutes, least: minutes, gives: false });

describe('the worked example', () => {
  const rest = [topic('x', 15, 8), topic('y', 10, 5), topic('z', 5, 5), firm('closing', 5)];

  test('T4 T5 at 30:00 ten more minutes for A use the slack of 5 and take 5 from Y', () => {
    expect(absorb([firm('b', 20), ...rest], 10 * min, 60 * min)).toEqual({
      taken: [{ item: 'y', minutes: 5 }],
      dropped: [],
    });
  });

  test('T4 T5 at 60:00 ten more for B fit only without Z', () => {
    const after = [topic('x', 15, 8), topic('y', 5, 5), topic('z', 5, 5), firm('closing', 5)];
    expect(absorb(after, 10 * min, 30 * min)).toEqual({ taken: [{ item: 'x', minutes: 5 }], dropped: ['z'] });
  });

  test('T4 T5 played in a meeting of 90 minutes, vote by vote', () => {
    const meeting = workedMeeting();
    // The vote closes when A's time is over, 30 minutes in.
    meeting.at(30 - 1 / 3).extend('a');
    expect(plan(meeting)).toMatchObject({ x: 15, y: 5, z: 5 });
    meeting.at(40).clock('item.start', 'b');
    meeting.at(60 - 1 / 3);
    expect(meeting.refuses('ada', { kind: 'extension.ask', item: 'b', rev: 1, drops: [] })).toBe(
      'out-of-date',
    );
    expect(meeting.extend('b')).toEqual(['extension.closed', 'item.extended', 'agenda.absorbed']);
    expect(plan(meeting)).toMatchObject({ x: 10, y: 5, z: 'dropped' });
    expect(meeting.state.extension?.absorption.dropped).toEqual(['tz']);
  });
});

test('T2 T5 the vote that opens by itself costs what was worked out: its 20 s are part of the extension', () => {
  const meeting = workedMeeting().at(30).ring();
  expect(meeting.state.extension?.absorption).toEqual({ taken: [{ item: 'ty', minutes: 5 }], dropped: [] });
  for (const person of ['ada', 'ben']) meeting.does(person, { kind: 'thumb.show', item: 'a', thumb: 'up' });
  meeting.at(30 + 1 / 3).ring();
  expect(plan(meeting)).toMatchObject({ x: 15, y: 5, z: 5 });
  // With it the item ends when planned, and what is behind it just fits.
  meeting.at(40).clock('item.start', 'b');
  expect(meeting.item('a').clock).toMatchObject({ accumulatedMs: minute(30) - minute(0) });
});

/** Check-in 10, hot seats A and B of 20, topics X 15, Y 10, Z 5, closing 5; A runs since minute 10. */
function workedMeeting(): Meeting {
  const meeting = openMeeting();
  for (const item of ['x', 'y', 'z']) meeting.does('ada', { kind: 'item.withdraw', item });
  for (const seat of ['a', 'b']) meeting.propose(seat, { itemKind: 'hot-seat', minutes: 20, bringer: 'ben' });
  meeting.propose('in', { itemKind: 'check-in' });
  const topics = { x: 15, y: 10, z: 5 };
  for (const [id, minutes] of Object.entries(topics)) meeting.propose(`t${id}`, { title: id, minutes });
  meeting.propose('end', { itemKind: 'closing', minutes: 5 });
  meeting.at(0).clock('item.start', 'in');
  meeting.at(10).clock('item.start', 'a');
  return meeting;
}

function plan(meeting: Meeting) {
  const topics = meeting.state.items.filter((item) => item.id.startsWith('t'));
  return Object.fromEntries(topics.map((item) => [item.title, item.dropped ? 'dropped' : item.minutes]));
}

const stakes = fc
  .array(fc.record({ minutes: fc.integer({ min: 1, max: 40 }), gives: fc.boolean() }), { maxLength: 8 })
  .map((all): Stake[] =>
    all.map(({ minutes, gives }, index) =>
      gives ? topic(`t${index}`, minutes) : firm(`f${index}`, minutes),
    ),
  );
const span = fc.integer({ min: 0, max: 120 * min });

test('T5 whatever is asked: the planned end holds, the protected keep theirs, nobody falls below their least', () => {
  fc.assert(
    fc.property(stakes, span, span, (before, need, until) => {
      const found = absorb(before, need, until);
      const firmMs =
        before.filter(({ gives }) => !gives).reduce((sum, { minutes }) => sum + minutes, 0) * min;
      expect(found === null).toBe(need + firmMs > until);
      if (!found) return;
      const after = applied(before, found);
      expect(need + after.reduce((sum, { minutes }) => sum + minutes, 0) * min).toBeLessThanOrEqual(until);
      for (const stake of before) {
        const left = after.find(({ id }) => id === stake.id);
        if (!stake.gives) expect(left).toEqual(stake);
        else if (left) expect(left.minutes).toBeGreaterThanOrEqual(stake.least);
      }
      expect(absorb(before, need, until)).toEqual(found);
    }),
    { numRuns: 1_000 },
  );
});

test('T5 the last topics drop out first, and only when all are at their least', () => {
  fc.assert(
    fc.property(stakes, span, span, (before, need, until) => {
      const found = absorb(before, need, until);
      const topics = before.filter(({ gives }) => gives).map(({ id }) => id);
      if (!found || found.dropped.length === 0) return;
      expect(found.dropped).toEqual(topics.toReversed().slice(0, found.dropped.length));
      const leanest = before.map((stake) => ({ ...stake, minutes: stake.least }));
      expect(need + leanest.reduce((sum, { least }) => sum + least, 0) * min).toBeGreaterThan(until);
    }),
    { numRuns: 1_000 },
  );
});

test('T5 no more is taken than is missing, in whole minutes', () => {
  fc.assert(
    fc.property(stakes, span, span, (before, need, until) => {
      const found = absorb(before, need, until);
      if (!found || found.dropped.length > 0) return;
      const promised = before.reduce((sum, { minutes }) => sum + minutes, 0) * min;
      const taken = found.taken.reduce((sum, { minutes }) => sum + minutes, 0);
      expect(taken).toBe(Math.max(0, Math.ceil((need + promised - until) / min)));
    }),
    { numRuns: 1_000 },
  );
});

function applied(
  before: readonly Stake[],
  { taken, dropped }: NonNullable<ReturnType<typeof absorb>>,
): Stake[] {
  return before
    .filter(({ id }) => !dropped.includes(id))
    .map((stake) => ({
      ...stake,
      minutes: stake.minutes - (taken.find(({ item }) => item === stake.id)?.minutes ?? 0),
    }));
}

test('T7 time to spare brings back what dropped out, the first first, where all of it fits', () => {
  const meeting = openMeeting();
  const items = meeting.state.items.map((item) => ({ ...item, dropped: item.id !== 'x' }));
  expect(pulledUp(items, minute(90), minute(60))).toEqual(['y', 'z']);
  expect(pulledUp(items, minute(90), minute(65))).toEqual(['y']);
  expect(pulledUp(items, minute(90), minute(75))).toEqual([]);
});
