import { expect, test } from 'vitest';
import { OUTCOME_LIMIT } from '#app/domain/meeting/decide-outcome.ts';
import { liveMeeting, minute } from './meeting-builder.ts';

const add = (action: string, owner = 'ben') => ({
  ...{ kind: 'action.add' as const, action, text: 'Write it down', owner, due: '2026-12-01' },
});
const edit = (text: string, owner = 'ben') => ({
  ...{ kind: 'action.edit' as const, action: 'a', text, owner, due: null },
});

test('O1 an action item is given to a current member; one who leaves later keeps it', () => {
  const meeting = liveMeeting();
  expect(meeting.refuses('cleo', add('a', 'eve'))).toBe('bad-input');
  meeting.does('cleo', add('a'));
  expect(meeting.state.actions).toEqual([
    {
      ...{ id: 'a', text: 'Write it down', owner: 'ben', due: '2026-12-01' },
      ...{ by: 'cleo', at: minute(0), item: 'x', doneAt: null },
    },
  ]);
  expect(meeting.refuses('cleo', add('a'))).toBe('already-done');
  expect(meeting.refuses('cleo', edit('Sing', 'eve'))).toBe('bad-input');
  meeting.members = new Set(['ada', 'cleo']);
  expect(meeting.does('cleo', edit('Sing'))).toEqual(['action.edited']);
});

test('O2 its author, its owner and the lead change an action item while the meeting lasts', () => {
  const meeting = liveMeeting();
  meeting.does('cleo', add('a'));
  for (const person of ['cleo', 'ben', 'ada']) {
    expect(meeting.does(person, edit(`by ${person}`))).toEqual(['action.edited']);
    expect(meeting.does(person, edit(`by ${person}`))).toEqual([]);
  }
  expect(meeting.refuses('dov', edit('Mine'))).toBe('not-yours');
  expect(meeting.refuses('dov', { kind: 'action.drop', action: 'a' })).toBe('not-yours');
  expect(meeting.does('ben', { kind: 'action.drop', action: 'a' })).toEqual(['action.dropped']);
  expect(meeting.refuses('ben', { kind: 'action.drop', action: 'a' })).toBe('out-of-date');
});

test('O2 a decision is withdrawn by who wrote it or by the lead', () => {
  const meeting = liveMeeting();
  const record = (decision: string) => ({ kind: 'decision.record' as const, decision, text: 'We go on' });
  const withdraw = (decision: string) => ({ kind: 'decision.withdraw' as const, decision });
  for (const id of ['d1', 'd2']) meeting.does('ben', record(id));
  expect(meeting.refuses('cleo', record('d1'))).toBe('already-done');
  expect(meeting.state.decisions[0]).toMatchObject({ id: 'd1', by: 'ben', item: 'x' });
  expect(meeting.refuses('cleo', withdraw('d1'))).toBe('not-yours');
  expect(meeting.does('ben', withdraw('d1'))).toEqual(['decision.withdrawn']);
  expect(meeting.does('ada', withdraw('d2'))).toEqual(['decision.withdrawn']);
  expect(meeting.refuses('ada', withdraw('d2'))).toBe('out-of-date');
  expect(meeting.state.decisions).toEqual([]);
});

test('O3 its owner, its author and the lead tick an action item off and on, also afterwards', () => {
  const meeting = liveMeeting();
  meeting.does('cleo', add('a'));
  const complete = { kind: 'action.complete' as const, action: 'a' };
  const reopen = { kind: 'action.reopen' as const, action: 'a' };
  for (const close of [false, true]) {
    if (close) meeting.does('ada', { kind: 'meeting.close' });
    for (const person of ['ben', 'cleo', 'ada']) {
      expect(meeting.at(5).does(person, complete)).toEqual(['action.completed']);
      expect(meeting.state.actions[0]?.doneAt).toBe(minute(5));
      expect(meeting.does(person, complete)).toEqual([]);
      expect(meeting.does(person, reopen)).toEqual(['action.reopened']);
      expect(meeting.does(person, reopen)).toEqual([]);
    }
    expect(meeting.refuses('dov', complete)).toBe('not-yours');
  }
});

test('O2 a meeting holds so many decisions and so many action items', () => {
  const meeting = liveMeeting();
  for (let count = 0; count < OUTCOME_LIMIT; count += 1) {
    meeting.does('ben', add(`a${count}`));
    meeting.does('ben', { kind: 'decision.record', decision: `d${count}`, text: 'Yes' });
  }
  expect(meeting.refuses('ben', add('more'))).toBe('limit-reached');
  expect(meeting.refuses('ben', { kind: 'decision.record', decision: 'more', text: 'Yes' })).toBe(
    'limit-reached',
  );
});
