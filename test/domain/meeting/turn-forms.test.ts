/** What a line has to be in a phase that asks for a form. */
import { expect, test } from 'vitest';
import { lineForms } from '#app/domain/meeting/phases.ts';
import { go, running, say } from './format-scene.ts';
import { plannedMeeting } from './meeting-builder.ts';

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

test('G9 a line that is changed is still of its form', () => {
  const meeting = running('question-set', 's1');
  go(meeting, 1);
  const question = say('What have you tried?');
  meeting.does('cleo', question);
  const edit = (text: string) => ({ kind: 'message.edit' as const, message: question.message, text });
  expect(meeting.refuses('cleo', edit('I would wait.'))).toBe('bad-input');
  meeting.does('cleo', edit('What else have you tried?'));
  expect(meeting.refuses('ben', edit('Mine.'))).toBe('not-yours');
  meeting.does('cleo', { kind: 'message.retract', message: question.message });
  expect(meeting.refuses('cleo', edit('Late.'))).toBe('out-of-date');
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

test('G9 a line outside of phases carries no form, whatever it says of itself', () => {
  const meeting = plannedMeeting().at(-5).arrive('ben');
  for (const form of lineForms) meeting.does('ben', say('Hello', form));
  expect(meeting.state.messages.every((line) => line.form === undefined && !line.hidden)).toBe(true);
});
