import { expect, test } from 'vitest';
import { type Floor, speakingQueue } from '#app/domain/meeting/floor.ts';
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

test('F1 hands of one instant: who spoke least today comes first, then by id', () => {
  const hands = ['cleo', 'ben', 'ada'].map((person) => ({ person, raisedAt: minute(1) }));
  const floor: Floor = { hands, holder: null, turns: {}, spokenMs: { ada: 5, ben: 3, cleo: 3 } };
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

test('F3 a hand comes down when its owner gets the floor, or leaves the room', () => {
  const meeting = liveMeeting();
  meeting.does('ben', raise);
  meeting.does('cleo', raise);
  expect(meeting.does('cleo', raise)).toEqual([]);
  meeting.does('ada', give('ben'));
  expect(queue(meeting)).toEqual(['cleo']);
  expect(meeting.does('ben', raise)).toEqual([]);
  meeting.leave('cleo');
  expect(queue(meeting)).toEqual([]);
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
