import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_SEED, roundPeople } from '#app/domain/meeting/round.ts';
import { liveMeeting, type Meeting, minute } from './meeting-builder.ts';

const invite = (order: 'ring' | 'random' = 'ring', seed = 1) => ({
  kind: 'round.invite' as const,
  order,
  seed,
});
const passes = (person: string) => ({ kind: 'round.pass' as const, person });
const ends = (person: string) => ({ kind: 'floor.end' as const, person });
const speaker = ({ state }: Meeting) => state.floor.holder?.person ?? null;

/** Everybody there ends their turn when it comes; who had the floor, in order. */
function playOut(meeting: Meeting): string[] {
  const had: string[] = [];
  for (let person = speaker(meeting); person !== null; person = speaker(meeting)) {
    had.push(person);
    meeting.does(person, ends(person));
  }
  return had;
}

test('F6 around the ring everyone has the floor once, from the seat after the lead; then the round is over', () => {
  const meeting = liveMeeting().arrive('dov');
  meeting.does('ada', { kind: 'hand.raise' });
  expect(meeting.refuses('ben', invite())).toBe('not-leading');
  expect(meeting.does('ada', invite())).toEqual(['round.invited', 'floor.given']);
  expect(meeting.refuses('ada', invite())).toBe('already-done');
  expect(playOut(meeting)).toEqual(['ben', 'cleo', 'dov', 'ada']);
  expect(meeting.state.floor).toMatchObject({ round: null, turns: { ada: 1, ben: 1, cleo: 1, dov: 1 } });
  expect(meeting.log.at(-1)?.kind).toBe('round.ended');
});

test('F6 a random order comes from the seed of the event, and is the same wherever it is worked out', () => {
  const meeting = liveMeeting().arrive('dov');
  meeting.does('ada', invite('random', 42));
  const people = roundPeople(['ada', 'ben', 'cleo', 'dov'], { order: 'random', seed: 42, lead: 'ada' });
  expect(meeting.log.find(({ kind }) => kind === 'round.invited')).toMatchObject({ seed: 42, people });
  expect(playOut(meeting)).toEqual(people);
});

test('F6 every shuffle has everybody once, and every place is anybody’s', () => {
  const ring = ['ada', 'ben', 'cleo', 'dov'];
  const first = new Map<string, number>();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MOST_SEED }), (seed) => {
      const people = roundPeople(ring, { order: 'random', seed, lead: 'ada' });
      expect([...people].sort()).toEqual(ring);
      first.set(people[0] ?? '', (first.get(people[0] ?? '') ?? 0) + 1);
    }),
    { numRuns: 4_000, seed: 1 },
  );
  for (const person of ring) expect(first.get(person)).toBeGreaterThan(800);
});

test('F6 whoever speaks already and is first goes on; the lead may give the floor in between', () => {
  const meeting = liveMeeting();
  meeting.does('ada', { kind: 'floor.give', person: 'ben' });
  expect(meeting.does('ada', invite())).toEqual(['round.invited']);
  meeting.does('ada', { kind: 'floor.give', person: 'ada' });
  expect(playOut(meeting)).toEqual(['ada', 'cleo']);
});

test('F7 who leaves is skipped, who arrives joins at the end, once', () => {
  const meeting = liveMeeting();
  meeting.does('ada', invite());
  expect(meeting.house({ kind: 'attendance.leave', person: 'ben' })).toEqual([
    'attendance.left',
    'floor.given',
  ]);
  expect(speaker(meeting)).toBe('cleo');
  meeting.arrive('ben', 'dov').leave('dov');
  expect(meeting.state.floor.round?.waiting).toEqual(['ada']);
  meeting.arrive('dov');
  expect(playOut(meeting)).toEqual(['cleo', 'ada', 'dov']);
});

test('F7 the last one leaving ends it', () => {
  const meeting = liveMeeting().leave('ben');
  meeting.does('ada', invite());
  meeting.does('cleo', ends('cleo'));
  expect(meeting.house({ kind: 'attendance.leave', person: 'ada' })).toContain('round.ended');
});

test('F7 a member passes their own turn, before it comes or when it has; it is not counted', () => {
  const meeting = liveMeeting();
  expect(meeting.refuses('ben', passes('ben'))).toBe('out-of-date');
  meeting.does('ada', invite());
  expect(meeting.refuses('cleo', passes('ben'))).toBe('not-yours');
  expect(meeting.does('cleo', passes('cleo'))).toEqual(['round.passed']);
  expect(meeting.refuses('cleo', passes('cleo'))).toBe('out-of-date');
  expect(meeting.does('ben', passes('ben'))).toEqual(['round.passed', 'floor.given']);
  expect([speaker(meeting), meeting.state.floor.turns]).toEqual(['ada', { ben: 0, ada: 1 }]);
  expect(meeting.does('ada', passes('ada'))).toEqual(['round.passed', 'round.ended']);
});

test('F7 the lead may end a round; a new item does, and nobody is left in it', () => {
  const meeting = liveMeeting();
  expect(meeting.does('ada', { kind: 'round.end' })).toEqual([]);
  meeting.does('ada', invite());
  expect(meeting.refuses('ben', { kind: 'round.end' })).toBe('not-leading');
  expect(meeting.does('ada', { kind: 'round.end' })).toEqual(['round.ended']);
  expect(speaker(meeting)).toBe('ben');
  meeting.does('ada', invite());
  meeting.at(3).clock('item.start', 'y');
  expect(meeting.state.floor).toMatchObject({
    round: null,
    holder: null,
    spokenMs: { ben: minute(3) - minute(0) },
  });
});

test('F8 the lead sets how long turns are meant to be, or takes the clock away', () => {
  const meeting = liveMeeting();
  const limit = (minutes: number | null) => ({ kind: 'floor.limit' as const, minutes });
  expect(meeting.refuses('ben', limit(2))).toBe('not-leading');
  meeting.does('ada', limit(2));
  expect(meeting.does('ada', limit(2))).toEqual([]);
  meeting.does('ada', { kind: 'floor.give', person: 'ben' });
  meeting.at(9).ring();
  expect(meeting.state.floor).toMatchObject({ turnMs: 120_000, holder: { person: 'ben' } });
  meeting.does('ada', limit(null));
  expect(meeting.state.floor.turnMs).toBeNull();
});
