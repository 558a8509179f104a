import { expect, test } from 'vitest';
import { LEAD_AWAY, wayToLead } from '#app/domain/meeting/decide-lead.ts';
import { minute, openMeeting, plannedMeeting } from './meeting-builder.ts';

const take = { kind: 'lead.take' as const };
const pass = (to: string) => ({ kind: 'lead.pass' as const, to });
const away = LEAD_AWAY / 60_000;

test('L1 the lead is handed to somebody in the room, and taken back by who handed it over', () => {
  const meeting = openMeeting();
  expect(meeting.refuses('ben', pass('cleo'))).toBe('not-leading');
  expect(meeting.refuses('ada', pass('dov'))).toBe('not-present');
  expect(meeting.does('ada', pass('ada'))).toEqual([]);
  meeting.does('ada', pass('cleo'));
  expect(meeting.state.lead).toMatchObject({ holder: 'cleo', lentBy: 'ada' });
  expect(meeting.refuses('ben', take)).toBe('not-allowed');
  meeting.does('ada', take);
  expect(meeting.state.lead).toMatchObject({ holder: 'ada', lentBy: null });
  expect(meeting.refuses('cleo', take)).toBe('not-allowed');
});

test('L1 from hand to hand, the first of them may take it back; handed back, nobody may', () => {
  const meeting = openMeeting();
  meeting.does('ada', pass('ben'));
  meeting.does('ben', pass('cleo'));
  expect(meeting.refuses('ben', take)).toBe('not-allowed');
  expect(wayToLead(meeting.state, 'ada', meeting.now)).toBe('taken-back');
  meeting.does('cleo', pass('ada'));
  expect(meeting.state.lead).toMatchObject({ holder: 'ada', lentBy: null });
});

test('L2 while the lead is not in the room, the first of the line who is there may take it', () => {
  const meeting = plannedMeeting().at(-15).arrive('dov', 'cleo');
  expect(meeting.refuses('dov', take)).toBe('not-allowed');
  meeting.arrive('ben');
  expect(meeting.refuses('cleo', take)).toBe('not-allowed');
  meeting.does('ben', take);
  expect(meeting.state.lead).toMatchObject({ holder: 'ben', planned: 'ada', lentBy: null });
  meeting.arrive('ada');
  expect(meeting.refuses('ada', take)).toBe('not-allowed');
});

test('L2 without anybody of the line, whoever came first may', () => {
  const meeting = plannedMeeting();
  meeting.house({ kind: 'lead.assign', lead: null, line: [] });
  meeting.at(-15).arrive('dov');
  meeting.at(-14).arrive('cleo');
  expect(meeting.refuses('cleo', take)).toBe('not-allowed');
  expect(meeting.does('dov', take)).toEqual(['lead.changed']);
});

test('L3 when the lead has been away for two minutes of open room, anybody who is there may', () => {
  const meeting = openMeeting().at(3).leave('ada');
  meeting.at(3 + away - 0.001);
  expect(meeting.refuses('cleo', take)).toBe('not-allowed');
  meeting.at(3 + away);
  expect(meeting.does('cleo', take)).toEqual(['lead.changed']);
});

test('L3 the time before the room opened does not count', () => {
  const meeting = plannedMeeting().at(-15).arrive('ben', 'cleo');
  expect(meeting.at(-15 + away - 0.001).refuses('cleo', take)).toBe('not-allowed');
  expect(meeting.at(-15 + away).does('cleo', take)).toEqual(['lead.changed']);
});

test('L3 a lead who comes back in time keeps it', () => {
  const meeting = openMeeting().at(3).leave('ada');
  meeting.at(3 + away / 2).arrive('ada');
  expect(meeting.at(30).refuses('ben', take)).toBe('not-allowed');
});

test('L4 whoever takes the lead must be in the room', () => {
  const meeting = openMeeting().leave('ada', 'ben').at(30);
  expect(meeting.refuses('ben', take)).toBe('not-allowed');
  expect(meeting.refuses('dov', take)).toBe('not-allowed');
  const lent = openMeeting();
  lent.does('ada', pass('ben'));
  lent.leave('ada');
  expect(lent.refuses('ada', take)).toBe('not-allowed');
});

test('L5 every change is in the record: who, from whom, how, when', () => {
  const meeting = openMeeting();
  meeting.does('ada', pass('ben'));
  meeting.at(1).does('ada', take);
  expect(meeting.does('ada', take)).toEqual([]);
  meeting.at(2).leave('ada').does('ben', take);
  expect(meeting.state.leadHistory).toEqual([
    { to: 'ben', from: 'ada', how: 'handed-over', at: minute(-5) },
    { to: 'ada', from: 'ben', how: 'taken-back', at: minute(1) },
    { to: 'ben', from: 'ada', how: 'stepped-in', at: minute(2) },
  ]);
});
