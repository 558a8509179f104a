/** Whose turn it is while a format's phase runs: its members' parts, the free seat, and pauses. */
import { expect, test } from 'vitest';
import { currentPhase, focusOf, mayTakePart, phaseRemainingMs } from '#app/domain/meeting/turn.ts';
import { go, running, say } from './format-scene.ts';
import { minute } from './meeting-builder.ts';

test('G6 an item of a format begins with its first phase; the lead moves on, two clicks by one', () => {
  const meeting = running('trio-consult', 's1');
  expect(currentPhase(meeting.state)).toMatchObject({ index: 0, phase: { name: 'Challenge and ask' } });
  const click = { kind: 'phase.start' as const, item: 's1', phase: 1, from: 0 };
  expect(meeting.refuses('ben', click)).toBe('not-leading');
  expect(meeting.does('ada', click)).toEqual(['phase.started']);
  expect(meeting.refuses('ada', click)).toBe('out-of-date');
  expect(meeting.refuses('ada', { ...click, phase: 9, from: 1 })).toBe('out-of-date');
});

test('G6 what is left of a phase stands still while the item is paused, and more time is the phase’s', () => {
  const meeting = running('trio-consult', 's1');
  const left = (at: number) => {
    const current = currentPhase(meeting.state);
    return current && phaseRemainingMs(current, minute(at)) / 60_000;
  };
  expect(left(1.5)).toBe(0.5);
  meeting.at(2);
  go(meeting, 1);
  meeting.at(3).clock('item.pause', 's1');
  expect([left(3), left(30)]).toEqual([1, 1]);
  meeting.at(30).clock('item.resume', 's1');
  meeting.extend('s1');
  expect(left(31)).toBe(5);
});

test('G6 while the consultants think aloud the focus member listens', () => {
  const meeting = running('trio-consult', 's1');
  go(meeting, 2);
  expect(meeting.refuses('ben', say('But'))).toBe('not-your-turn');
  expect(meeting.refuses('ben', { kind: 'hand.raise' })).toBe('not-your-turn');
  expect(meeting.refuses('ada', { kind: 'floor.give', person: 'ben' })).toBe('not-your-turn');
  meeting.does('cleo', say('Talk to her first'));
  meeting.does('ada', say('Ask for a week'));
  expect(meeting.state.messages.map(({ form }) => form)).toEqual(['idea', 'idea']);
  go(meeting, 3);
  expect(meeting.refuses('cleo', say('One more'))).toBe('not-your-turn');
  meeting.does('ben', say('The first one helped'));
});

test('G6 whoever may not speak in a phase gives the floor back and takes the hand down', () => {
  const meeting = running('trio-consult', 's1');
  go(meeting, 1);
  meeting.does('ada', { kind: 'floor.give', person: 'ben' });
  meeting.does('cleo', { kind: 'hand.raise' });
  expect(go(meeting, 2)).toEqual(['phase.started', 'floor.ended']);
  expect(go(meeting, 3)).toEqual(['phase.started', 'hand.lowered']);
});

test('G6 a break is everybody’s silence; the facilitator’s part is the facilitator’s', () => {
  const still = running('forum-virtual-120', 's3', null);
  for (const person of ['ada', 'ben']) expect(still.refuses(person, say('psst'))).toBe('not-your-turn');
  const led = running('question-set', 's4', null);
  expect(led.refuses('ben', say('Next'))).toBe('not-your-turn');
  led.does('ada', say('Next time Cleo leads'));
});

test('G7 while nobody is the focus everyone may speak; the first to take the free seat has it', () => {
  const meeting = running('trio-consult', 's1', null);
  meeting.does('cleo', say('Whose turn?'));
  expect(meeting.refuses('ben', { kind: 'seat.give', item: 's1', person: 'cleo' })).toBe('not-leading');
  expect(meeting.does('ben', { kind: 'seat.give', item: 's1', person: 'ben' })).toEqual(['seat.given']);
  expect(meeting.refuses('cleo', { kind: 'seat.give', item: 's1', person: 'cleo' })).toBe('not-leading');
  expect(meeting.refuses('cleo', say('Hm'))).toBe('not-your-turn');
  expect(meeting.refuses('ada', { kind: 'seat.give', item: 's1', person: 'eve' })).toBe('bad-input');
  meeting.does('ben', { kind: 'seat.give', item: 's1', person: null });
  meeting.does('cleo', say('Then me'));
});

test('G7 where one challenge runs over several items its member stays the focus; another seat is its own', () => {
  const one = running('case-consult', 's1');
  expect(focusOf(one.state.items, one.item('s4'))).toBe('ben');
  one.clock('item.start', 's4');
  expect(['ada', 'ben', 'cleo'].map((person) => mayTakePart(one.state, person))).toEqual([
    false,
    false,
    true,
  ]);
  const trio = running('trio-consult', 's1');
  expect(focusOf(trio.state.items, trio.item('s2'))).toBeNull();
});

test('G8 while the clock is paused a phase binds nobody', () => {
  const meeting = running('trio-consult', 's1');
  meeting.clock('item.pause', 's1');
  meeting.does('cleo', say('We have a visitor'));
  meeting.clock('item.resume', 's1');
  expect(meeting.refuses('cleo', say('Go on'))).toBe('not-your-turn');
});
