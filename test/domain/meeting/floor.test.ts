import { expect, test } from 'vitest';
import { type Floor, speakingQueue } from '#app/domain/meeting/floor.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { liveMeeting, type Meeting, minute } from './meeting-builder.ts';

const raise = { kind: 'hand.raise' as const };
const give = (person: string) => ({ kind: 'floor.give' as const, person });
const end = (person: string) => ({ kind: 'floor.end' as const, person });
const queue = (meeting: Meeting) => speakingQueue(meeting.state.floor).map((hand) => hand.person);

test('F1 fewest turns in this item come first, then the earliest hand', () => {
  const meeting = liveMeeting();
  meeting.at(1).does('cleo', raise);
  meeting.at(2).does('ben', raise);
  expect(queue(meeting)).toEqual(['cleo', 'ben']);
  meeting.does('ada', give('cleo'));
  meeting.at(3).does('ada', end('cleo'));
  meeting.does('cleo', raise);
  meeting.at(4).does('ada', raise);
  expect(queue(meeting)).toEqual(['ben', 'ada', 'cleo']);
});

test('F1 switched to first come, the earliest hand is first, however many turns its owner had', () => {
  const meeting = liveMeeting();
  const order = (order: 'fair' | 'first-come') => ({ kind: 'floor.order' as const, order });
  meeting.does('ada', give('cleo'));
  meeting.at(1).does('ada', end('cleo'));
  meeting.does('cleo', raise);
  meeting.at(2).does('ben', raise);
  expect(queue(meeting)).toEqual(['ben', 'cleo']);
  expect(meeting.refuses('ben', order('first-come'))).toBe('not-leading');
  expect(meeting.does('ada', order('first-come'))).toEqual(['floor.ordered']);
  expect(queue(meeting)).toEqual(['cleo', 'ben']);
  expect(meeting.does('ada', order('first-come'))).toEqual([]);
  meeting.does('ada', order('fair'));
  expect(queue(meeting)).toEqual(['ben', 'cleo']);
});

test('F5 whoever spoke while a hand was up stands behind it, with however few turns', () => {
  const meeting = liveMeeting();
  for (const turn of [1, 2]) meeting.at(turn).does('ada', give('cleo'));
  meeting.does('ada', end('cleo'));
  for (const turn of [3, 4]) {
    meeting.at(turn).does('ada', give('cleo'));
    meeting.does('ada', end('cleo'));
  }
  meeting.at(5).does('cleo', raise);
  meeting.at(6).does('ben', raise);
  expect(queue(meeting)).toEqual(['ben', 'cleo']);
  meeting.does('ada', give('ben'));
  meeting.at(7).does('ben', end('ben'));
  meeting.does('ben', raise);
  expect(meeting.state.floor.turns).toEqual({ cleo: 3, ben: 1 });
  expect(queue(meeting)).toEqual(['cleo', 'ben']);
});

test('F1 hands of one instant: who spoke least today comes first, then by id', () => {
  const like = { raisedAt: minute(1), rank: 0, heard: [], away: false };
  const hands = ['cleo', 'ben', 'ada'].map((person) => ({ ...like, person }));
  const floor: Floor = { ...emptyMeeting.floor, hands, spokenMs: { ada: 5, ben: 3, cleo: 3 } };
  expect(speakingQueue(floor).map((hand) => hand.person)).toEqual(['ben', 'cleo', 'ada']);
});

test('F2 one person has the floor; giving it to the next ends the turn before', () => {
  const meeting = liveMeeting().at(1);
  meeting.does('ada', give('ben'));
  expect(meeting.state.floor.holder).toEqual({ person: 'ben', since: minute(1) });
  meeting.at(3).does('ada', give('cleo'));
  expect(meeting.state.floor).toMatchObject({
    holder: { person: 'cleo', since: minute(3) },
    spokenMs: { ben: 120_000 },
    turns: { ben: 1, cleo: 1 },
  });
  expect(meeting.does('ada', give('cleo'))).toEqual([]);
  expect(meeting.does('ada', end('ben'))).toEqual([]);
  meeting.at(4).does('cleo', end('cleo'));
  expect(meeting.state.floor).toMatchObject({ holder: null, spokenMs: { ben: 120_000, cleo: 60_000 } });
});

test('F3 a hand comes down when its owner gets the floor; out of the room it stands aside and keeps its place', () => {
  const meeting = liveMeeting();
  meeting.does('ben', raise);
  meeting.does('cleo', raise);
  expect(meeting.does('cleo', raise)).toEqual([]);
  meeting.does('ada', give('ben'));
  expect(queue(meeting)).toEqual(['cleo']);
  expect(meeting.does('ben', raise)).toEqual([]);
  meeting.at(1).does('ada', raise);
  meeting.leave('cleo');
  expect(queue(meeting)).toEqual(['ada']);
  meeting.at(9).arrive('cleo');
  expect(queue(meeting)).toEqual(['cleo', 'ada']);
});

test('F3 who leaves the room with the floor gives it back', () => {
  const meeting = liveMeeting();
  meeting.does('ada', give('ben'));
  meeting.at(2).leave('ben');
  expect(meeting.state.floor).toMatchObject({ holder: null, spokenMs: { ben: 120_000 } });
});

test('F3 one takes down one’s own hand, the lead any; nobody absent speaks', () => {
  const meeting = liveMeeting();
  meeting.does('ben', raise);
  expect(meeting.refuses('cleo', { kind: 'hand.lower', person: 'ben' })).toBe('not-yours');
  expect(meeting.does('ada', { kind: 'hand.lower', person: 'ben' })).toEqual(['hand.lowered']);
  expect(meeting.does('ben', { kind: 'hand.lower', person: 'ben' })).toEqual([]);
  expect(meeting.refuses('dov', raise)).toBe('not-present');
  expect(meeting.refuses('ada', give('dov'))).toBe('not-present');
  expect(meeting.refuses('ben', give('ben'))).toBe('not-leading');
  meeting.does('ada', give('ben'));
  expect(meeting.refuses('cleo', end('ben'))).toBe('not-yours');
});

test('F4 a new item begins with nobody’s turns counted, nobody speaking, hands still up', () => {
  const meeting = liveMeeting();
  meeting.does('ada', give('ben'));
  meeting.at(1).does('cleo', raise);
  meeting.clock('item.start', 'y');
  expect(meeting.state.floor).toMatchObject({ holder: null, spokenMs: { ben: 60_000 } });
  expect(meeting.state.floor.turns).toEqual({});
  expect(queue(meeting)).toEqual(['cleo']);
});
