import { expect, test } from 'vitest';
import { nextDue } from '#app/domain/meeting/due.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { minutesOf } from '#app/domain/meeting/minutes.ts';
import { liveMeeting, Meeting, minute, openMeeting, plannedMeeting, startsAt } from './meeting-builder.ts';

const plan = { kind: 'meeting.plan' as const, startsAt, lengthMinutes: 90 };
const reschedule = { ...plan, kind: 'meeting.reschedule' as const, startsAt: startsAt + 86_400_000 };
const skip = { kind: 'meeting.skip' as const, because: 'decided' as const };
const restore = { kind: 'meeting.restore' as const };
const assign = (lead: string | null, ...line: string[]) => ({ kind: 'lead.assign' as const, lead, line });
const forgotten = { kind: 'meeting.close-forgotten' as const };

test('H1 a meeting is planned once', () => {
  const meeting = new Meeting();
  expect(meeting.house(plan)).toEqual(['meeting.planned']);
  expect(meeting.state).toMatchObject({ status: 'planned', startsAt, lengthMinutes: 90 });
  expect(meeting.refuses(null, plan)).toBe('already-done');
});

test('H1 it is moved, skipped and restored only before it starts', () => {
  const meeting = plannedMeeting();
  expect(meeting.house(reschedule)).toEqual(['meeting.rescheduled']);
  expect(meeting.house(reschedule)).toEqual([]);
  expect(meeting.refuses(null, restore)).toBe('out-of-date');
  expect(meeting.house(skip)).toEqual(['meeting.skipped']);
  expect(meeting.house(skip)).toEqual([]);
  expect(meeting.refuses(null, reschedule)).toBe('out-of-date');
  expect(meeting.house(restore)).toEqual(['meeting.restored']);
  expect(meeting.state).toMatchObject({ status: 'planned', closedAt: null });
  const live = liveMeeting();
  for (const command of [reschedule, skip, restore]) expect(live.refuses(null, command)).toBe('out-of-date');
});

test('H1 skipping empties the room: nobody is present, speaks or waits in a skipped meeting', () => {
  const meeting = openMeeting();
  meeting.does('ada', { kind: 'floor.give', person: 'ben' });
  meeting.does('cleo', { kind: 'hand.raise' });
  meeting.at(-2).house(skip);
  expect(meeting.state.floor).toMatchObject({ holder: null, hands: [], spokenMs: { ben: 180_000 } });
  expect(meeting.state.attendance.ben).toMatchObject({ since: null, presentMs: 180_000, liveMs: 0 });
  expect(meeting.house({ kind: 'attendance.leave', person: 'ben' })).toEqual([]);
});

test('H1 H4 whoever is in the room when the meeting is moved away from it has left it', () => {
  const meeting = openMeeting();
  meeting.does('ben', { kind: 'hand.raise' });
  const move = (startsAt: number) =>
    meeting.house({ kind: 'meeting.reschedule', startsAt, lengthMinutes: 90 });
  move(minute(5));
  expect(presentPeople(meeting.state)).toEqual(['ada', 'ben', 'cleo']);
  move(minute(7 * 24 * 60));
  expect(presentPeople(meeting.state)).toEqual([]);
  expect(meeting.state.floor.hands).toEqual([]);
  // So it closes by itself where nobody comes, and nobody was there for a week.
  expect(nextDue(meeting.state)).toBe(minute(7 * 24 * 60 + 120));
  expect(meeting.state.attendance).toEqual({});
});

test('H1 N3 whoever waited in the room before the meeting was moved, and did not come then, was not there', () => {
  const meeting = openMeeting();
  meeting.does('ada', { kind: 'floor.give', person: 'ben' });
  meeting.at(-2).house({ kind: 'meeting.reschedule', startsAt: minute(7 * 24 * 60), lengthMinutes: 90 });
  expect(meeting.state.floor.spokenMs).toEqual({});
  meeting.at(7 * 24 * 60).arrive('ada');
  meeting.clock('item.start', 'x');
  meeting.does('ada', { kind: 'meeting.close' });
  const { attendance } = minutesOf(meeting.state);
  expect(attendance).toMatchObject([{ person: 'ada', arrivedAt: minute(7 * 24 * 60), presentMs: 0 }]);
});

test('H2 the rota’s word on the lead counts until somebody in the room has changed it', () => {
  const meeting = plannedMeeting();
  expect(meeting.house(assign('ada', 'ben', 'cleo'))).toEqual([]);
  expect(meeting.house(assign('ben', 'cleo'))).toEqual(['lead.assigned']);
  expect(meeting.state.lead).toEqual({ holder: 'ben', planned: 'ben', line: ['cleo'], lentBy: null });
  meeting.at(2).arrive('cleo').ring().accept('cleo');
  expect(meeting.house(assign('dov'))).toEqual([]);
  expect(meeting.state.lead).toMatchObject({ holder: 'cleo', planned: 'ben' });
});

test('H2 a meeting that is live keeps its lead', () => {
  expect(liveMeeting().house(assign('dov'))).toEqual([]);
});

test('H2 on the day a meeting is moved to the rota says who leads, whoever led in the room before', () => {
  const meeting = openMeeting();
  meeting.handOver('ada', 'ben');
  expect(meeting.house(assign('cleo', 'ada'))).toEqual([]);
  meeting.house({ ...reschedule, startsAt: minute(7 * 24 * 60) });
  expect(meeting.state.lead).toMatchObject({ holder: 'ada', lentBy: null });
  meeting.house(assign('cleo', 'ada'));
  expect(meeting.state.lead.holder).toBe('cleo');
});

test('H3 nobody arrives before the room is open; arriving and leaving alternate', () => {
  const meeting = plannedMeeting().at(-15.001);
  const arrive = { kind: 'attendance.arrive' as const, person: 'ben' };
  expect(meeting.refuses(null, arrive)).toBe('too-early');
  expect(meeting.house({ kind: 'attendance.leave', person: 'ben' })).toEqual([]);
  expect(meeting.at(-15).house(arrive)).toEqual(['attendance.arrived']);
  expect(meeting.house(arrive)).toEqual([]);
  meeting.at(-10).leave('ben');
  expect(meeting.house({ kind: 'attendance.leave', person: 'ben' })).toEqual([]);
  meeting.at(-5).arrive('ben', 'ada');
  meeting.at(0).does('ada', { kind: 'meeting.start' });
  meeting.at(20).leave('ben');
  const [fiveMinutes, twenty] = [5 * 60_000, 20 * 60_000];
  expect(meeting.state.attendance.ben).toMatchObject({ presentMs: 2 * fiveMinutes + twenty, liveMs: twenty });
  meeting.does('ada', { kind: 'meeting.close' });
  expect(meeting.refuses(null, arrive)).toBe('meeting-closed');
});

test('H4 a live meeting, empty 30 minutes past its planned end, closes by itself', () => {
  const meeting = liveMeeting().at(120);
  expect(meeting.refuses(null, forgotten)).toBe('too-early');
  meeting.at(100).leave('ada', 'ben', 'cleo');
  expect(meeting.at(119.999).refuses(null, forgotten)).toBe('too-early');
  expect(meeting.at(120).house(forgotten)).toEqual(['item.finished', 'meeting.closed']);
  expect(meeting.log.at(-1)).toMatchObject({ how: 'forgotten', unfinished: ['y', 'z'] });
  expect(meeting.house(forgotten)).toEqual([]);
});

test('H4 a tab that was left open keeps no meeting from closing by itself', () => {
  const meeting = liveMeeting();
  meeting.at(95).leave('ada', 'ben');
  expect(meeting.at(90 + 6 * 60 - 1).refuses(null, forgotten)).toBe('too-early');
  meeting.at(90 + 6 * 60).ring();
  expect([meeting.state.status, nextDue(meeting.state)]).toEqual(['closed', null]);
  expect(presentPeople(meeting.state)).toEqual([]);
});

test('H4 one that never started counts as skipped', () => {
  const meeting = plannedMeeting().at(120);
  expect(meeting.house(forgotten)).toEqual(['meeting.skipped']);
  expect(meeting.log.at(-1)).toMatchObject({ because: 'nobody-came' });
});

test('H4 N1 N3 of a meeting that was forgotten the time after everybody had left counts for nothing', () => {
  const meeting = liveMeeting();
  meeting.at(10).does('ada', { kind: 'item.next', running: 'x' });
  meeting.at(20).does('ada', { kind: 'item.next', running: 'y' });
  meeting.at(80).leave('cleo').at(90).leave('ada', 'ben');
  // Nobody was there to do it before: the house was shut over night.
  meeting.at(15 * 60).ring();
  const { attendance, items, held } = minutesOf(meeting.state);
  expect(held.closedAt).toBe(minute(90));
  expect(attendance.map(({ share }) => share)).toEqual([1, 1, 80 / 90]);
  expect(items.at(-1)?.takenMs).toBe(70 * 60_000);
});

test('H4 where a tab was left open it was over at the planned end, or when the last of the others left', () => {
  const early = liveMeeting();
  early
    .at(70)
    .leave('ada', 'ben')
    .at(90 + 6 * 60)
    .ring();
  expect(early.state).toMatchObject({ status: 'closed', closedAt: minute(90) });
  expect(early.state.attendance.cleo?.presentMs).toBe(95 * 60_000);
  const late = liveMeeting();
  late
    .at(100)
    .leave('ada', 'ben')
    .at(90 + 6 * 60)
    .ring();
  expect(late.state.closedAt).toBe(minute(100));
});

test('H2 what was handed on in the room of a meeting that is skipped and restored is the rota’s again', () => {
  const meeting = openMeeting().handOver('ada', 'cleo');
  meeting.house(skip);
  meeting.house(restore);
  expect(meeting.state.lead).toMatchObject({ holder: 'ada', planned: 'ada', lentBy: null });
  expect(meeting.house(assign('ben', 'ada'))).toEqual(['lead.assigned']);
});
