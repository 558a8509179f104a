import { expect, test } from 'vitest';
import { type LineForm, lineForms } from '#app/domain/meeting/phases.ts';
import {
  currentPhase,
  focusOf,
  mayTakePart,
  phaseRemainingMs,
  SILENT_LINES,
} from '#app/domain/meeting/turn.ts';
import { whyNot } from '#app/domain/meeting/turn-words.ts';
import { type Meeting, minute, plannedMeeting } from './meeting-builder.ts';

let said = 0;
function say(text: string, form?: LineForm) {
  said += 1;
  return { kind: 'message.post' as const, message: `m${said}`, text, ...(form && { form }) };
}

const ids = Array.from({ length: 14 }, (_, index) => `s${index}`);

/** Ada leads; Ada, Ben and Cleo are in the room; the format's step runs. */
function running(format: string, step: string, bringer: string | null = 'ben'): Meeting {
  const meeting = plannedMeeting().at(-5).arrive('ada', 'ben', 'cleo');
  meeting.does('ada', { kind: 'format.choose', format, items: ids });
  if (bringer) meeting.does('ada', { kind: 'seat.give', item: step, person: bringer });
  meeting.at(0).clock('item.start', step);
  return meeting;
}

function go(meeting: Meeting, phase: number) {
  const current = currentPhase(meeting.state);
  const from = current?.index ?? -1;
  return meeting.does('ada', { kind: 'phase.start', item: current?.item.id ?? '', phase, from });
}

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

test('G9 questions are questions, and the focus member answers them', () => {
  const meeting = running('question-set', 's1');
  go(meeting, 1);
  expect(meeting.refuses('ada', say('Why?'))).toBe('not-your-turn');
  expect(meeting.refuses('cleo', say('I would wait.'))).toBe('bad-input');
  meeting.does('cleo', say('What have you tried?'));
  meeting.does('ben', say('Nothing yet'));
  expect(meeting.state.messages.map(({ form }) => form)).toEqual(['question', 'answer']);
});

test('G9 one sentence is short and one line; where two forms fit the author chooses', () => {
  const harvest = running('trio-consult', 's4', null);
  expect(harvest.refuses('ben', say('x'.repeat(241)))).toBe('bad-input');
  expect(harvest.refuses('ben', say('One.\nTwo.'))).toBe('bad-input');
  harvest.does('ben', say('x'.repeat(240)));
  const seat = running('hot-seat-60', 's3');
  seat.does('cleo', say('I once', 'experience'));
  seat.does('cleo', { kind: 'floor.end', person: 'cleo' });
  seat.does('ada', say('You could', 'idea'));
  seat.does('ada', say('Unsaid', 'question'));
  expect(seat.state.messages.map(({ form }) => form)).toEqual(['experience', 'idea', 'experience']);
});

test('G10 a phase that goes round begins a round, and only whoever has the turn writes until it is over', () => {
  const meeting = running('circle-monthly', 's0', null);
  expect(meeting.log.slice(-2)).toMatchObject([
    { kind: 'round.invited', order: 'ring', people: ['ben', 'cleo', 'ada'] },
    { kind: 'floor.given', person: 'ben' },
  ]);
  meeting.does('ben', say('I am well'));
  expect(meeting.refuses('cleo', say('So am I'))).toBe('not-your-turn');
  expect(whyNot(meeting.state, 'ada', (person) => person)).toBe('ben has the turn. You come after 1 more.');
  meeting.does('ben', { kind: 'floor.end', person: 'ben' });
  expect(whyNot(meeting.state, 'ben')).toBe(
    'Somebody else has the turn. Everybody writes again when the round is over.',
  );
  meeting.does('cleo', say('So am I'));
  meeting.does('ada', { kind: 'round.pass', person: 'cleo' });
  meeting.arrive('dov');
  meeting.does('ada', { kind: 'floor.end', person: 'ada' });
  meeting.does('dov', say('Sorry I am late'));
  meeting.does('dov', { kind: 'floor.end', person: 'dov' });
  expect(meeting.state.floor.round).toBeNull();
  meeting.does('ben', say('Good to see you all'));
});

test('G10 a round lets everybody write once the lead ends it or pauses the clock; its next phase begins its own', () => {
  const meeting = running('season-kickoff', 's2', null);
  go(meeting, 1);
  expect(meeting.state.floor.round).toBeNull();
  go(meeting, 2);
  expect(meeting.refuses('cleo', say('Me first'))).toBe('not-your-turn');
  meeting.clock('item.pause', 's2');
  meeting.does('cleo', say('The bell rang'));
  meeting.clock('item.resume', 's2');
  meeting.does('ada', { kind: 'round.end' });
  meeting.does('cleo', say('Now anybody'));
});

test('G10 pledges are written while somebody else asks', () => {
  const meeting = running('asks-and-offers', 's1', null);
  expect(meeting.state.floor.holder?.person).toBe('ben');
  meeting.does('cleo', say('I know somebody'));
});

test('G11 one at a time: while somebody has the floor nobody else writes', () => {
  const meeting = running('season-close', 's0', null);
  meeting.does('cleo', say('May I begin?'));
  meeting.does('cleo', { kind: 'hand.raise' });
  meeting.does('ada', { kind: 'floor.give', person: 'cleo' });
  meeting.does('cleo', say('I have changed my work'));
  expect(meeting.refuses('ada', say('Wonderful'))).toBe('not-your-turn');
  meeting.does('ben', { kind: 'hand.raise' });
  meeting.does('cleo', { kind: 'floor.end', person: 'cleo' });
  meeting.does('ada', say('Wonderful'));
});

test('G12 one sentence each is one line each, until it is taken back', () => {
  const harvest = running('trio-consult', 's4', null);
  const line = say('Ask for help sooner.');
  harvest.does('ben', line);
  expect(harvest.refuses('ben', say('And one more.'))).toBe('not-your-turn');
  harvest.does('ben', { kind: 'message.edit', message: line.message, text: 'Ask for help early.' });
  harvest.does('ben', { kind: 'message.retract', message: line.message });
  harvest.does('ben', say('Ask early.'));
  harvest.does('cleo', say('Listen first.'));
});

test('G13 dots are placed in silence', () => {
  const meeting = running('open-agenda-votes', 's2', null).propose('p');
  expect(meeting.refuses('ben', say('Vote for mine'))).toBe('not-your-turn');
  expect(meeting.refuses('ben', { kind: 'hand.raise' })).toBe('not-your-turn');
  meeting.does('ben', { kind: 'vote.cast', item: 'p', dots: 2 });
});

test('G9 a line outside of phases carries no form, whatever it says of itself', () => {
  const meeting = plannedMeeting().at(-5).arrive('ben');
  for (const form of lineForms) meeting.does('ben', say('Hello', form));
  expect(meeting.state.messages.every((line) => line.form === undefined && !line.hidden)).toBe(true);
});

test('W2 silent writing is bounded: so many lines a person, so many characters a line', () => {
  const meeting = running('open-agenda-votes', 's0', null);
  expect(meeting.refuses('ben', say('x'.repeat(1_001)))).toBe('bad-input');
  for (let line = 0; line < SILENT_LINES; line += 1) meeting.does('ben', say('x'.repeat(1_000)));
  expect(meeting.refuses('ben', say('more'))).toBe('limit-reached');
  meeting.does('cleo', say('mine'));
});

test('W2 leaving the writing shows it: by the next phase, the next item, the end', () => {
  const ways = [
    (meeting: Meeting) => go(meeting, 1),
    (meeting: Meeting) => meeting.clock('item.finish', 's0'),
    (meeting: Meeting) => meeting.clock('item.start', 's1'),
    (meeting: Meeting) => meeting.does('ada', { kind: 'meeting.close' }),
  ];
  for (const leave of ways) {
    const meeting = running('open-agenda-votes', 's0', null);
    meeting.does('ben', say('Vendor risk'));
    expect(meeting.state.messages).toMatchObject([{ text: null, hidden: true, sealed: 'Vendor risk' }]);
    expect(leave(meeting)[0]).toBe('message.revealed');
    expect(meeting.state.messages).toMatchObject([{ text: 'Vendor risk', form: 'silent-writing' }]);
    expect(meeting.state.messages[0]?.hidden).toBeUndefined();
  }
});

test('V4 where a format asks for dots, voting opens with the phase and closes with it', () => {
  const meeting = running('open-agenda-votes', 's2', null).propose('p').propose('q');
  expect(meeting.state.voting).toMatchObject({ open: true, dots: {} });
  meeting.does('ben', { kind: 'vote.cast', item: 'q', dots: 2 });
  expect(meeting.clock('item.finish', 's2')).toContain('voting.closed');
  expect(meeting.agenda.filter((id) => id === 'p' || id === 'q')).toEqual(['q', 'p']);
  expect(meeting.refuses('ben', { kind: 'vote.cast', item: 'p', dots: 1 })).toBe('voting-closed');
});
