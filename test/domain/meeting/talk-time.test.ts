import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notHeard, talkBand } from '#app/domain/meeting/talk-time.ts';
import { life, live } from './meeting-arbitrary.ts';
import { liveMeeting, type Meeting, plainItem } from './meeting-builder.ts';

const give = (person: string) => ({ kind: 'floor.give' as const, person });
const end = (person: string) => ({ kind: 'floor.end' as const, person });

/** From this minute to that one somebody has the floor. */
function speaks(meeting: Meeting, person: string, from: number, to: number): void {
  meeting.at(from).does('ada', give(person));
  meeting.at(to).does('ada', end(person));
}

/** A live meeting in which an item of this kind has begun. */
function during(itemKind: 'topic' | 'hot-seat' | 'check-in' | 'fixed'): Meeting {
  const meeting = liveMeeting();
  meeting.does('ada', { kind: 'item.propose', item: 'now', ...plainItem, itemKind });
  meeting.does('ada', { kind: 'item.start', item: 'now', rev: 0 });
  return meeting;
}

test('W1 turns count in check-ins and topics, and in nothing else', () => {
  for (const [kind, counted] of [
    ['check-in', 60_000],
    ['topic', 60_000],
    ['hot-seat', undefined],
    ['fixed', undefined],
  ] as const) {
    const meeting = during(kind);
    speaks(meeting, 'ben', 1, 2);
    expect([kind, meeting.state.talkMs.ben]).toEqual([kind, counted]);
    expect(meeting.state.floor.spokenMs.ben).toBe(60_000);
  }
});

test('W1 the turn that an item ends in counts up to its end, whatever ends it', () => {
  const ends: ((meeting: Meeting) => unknown)[] = [
    (meeting) => meeting.does('ada', { kind: 'item.next', running: 'now' }),
    (meeting) => meeting.clock('item.finish', 'now'),
    (meeting) => meeting.does('ada', { kind: 'meeting.close' }),
  ];
  for (const finish of ends) {
    const meeting = during('check-in');
    meeting.at(1).does('ada', give('ben'));
    finish(meeting.at(3));
    if (meeting.state.floor.holder?.person === 'ben') meeting.at(4).does('ben', end('ben'));
    expect(meeting.state.talkMs).toEqual({ ben: 120_000 });
  }
});

test('W1 whatever happens, what counts is never more than what was spoken', () => {
  fc.assert(
    fc.property(life, (random) => {
      const { state, now } = live(random);
      const { spokenMs, holder } = state.floor;
      for (const [person, ms] of Object.entries(state.talkMs)) {
        const speaking = holder?.person === person ? now - holder.since : 0;
        expect(ms).toBeLessThanOrEqual((spokenMs[person] ?? 0) + speaking);
      }
    }),
    { numRuns: 150 },
  );
});

const there = (people: string[]) =>
  Object.fromEntries(
    people.map((person) => [person, { arrivedAt: 0, presentMs: 9, liveMs: 9, since: null, leftAt: 9 }]),
  );

test('W2 a share is a band around an equal share of those who were there', () => {
  const meeting = {
    attendance: there(['ada', 'ben', 'cleo', 'dov']),
    talkMs: { ada: 440, ben: 430, cleo: 125, dov: 5 },
  };
  expect(['ada', 'ben', 'cleo', 'dov'].map((person) => talkBand(meeting, person))).toEqual([
    'more',
    'about',
    'about',
    'less',
  ]);
  expect(talkBand({ ...meeting, talkMs: { ada: 875, ben: 125 } }, 'ben')).toBe('about');
  expect(talkBand({ ...meeting, talkMs: { ada: 876, ben: 124 } }, 'ben')).toBe('less');
});

test('W3 without counted turns, alone, or for somebody who was not there, there is no share', () => {
  expect(talkBand({ attendance: there(['ada', 'ben']), talkMs: {} }, 'ada')).toBeNull();
  expect(talkBand({ attendance: there(['ada']), talkMs: { ada: 5 } }, 'ada')).toBeNull();
  expect(talkBand({ attendance: there(['ada', 'ben']), talkMs: { ada: 5 } }, 'cleo')).toBeNull();
});

test('W4 who spoke or wrote since the item began has been heard', () => {
  const meeting = liveMeeting();
  meeting.does('cleo', { kind: 'message.post', message: 'before', text: 'hello' });
  meeting.at(1).does('ada', { kind: 'item.finish', item: 'x', rev: meeting.item('x').clock.rev });
  expect(notHeard(meeting.state)).toEqual([]);

  meeting.does('ada', { kind: 'item.propose', item: 'now', ...plainItem });
  meeting.at(2).does('ada', { kind: 'item.start', item: 'now', rev: 0 });
  const everyone = notHeard(meeting.state);
  expect(everyone).toEqual(expect.arrayContaining(['ada', 'ben', 'cleo']));

  meeting.at(3).does('ada', give('ben'));
  meeting.does('cleo', { kind: 'message.post', message: 'since', text: 'I see it so' });
  expect(notHeard(meeting.state)).toEqual(everyone.filter((person) => person !== 'ben' && person !== 'cleo'));
});
