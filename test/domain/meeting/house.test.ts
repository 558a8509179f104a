import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ITEM_LIMIT, type ItemKind } from '#app/domain/meeting/agenda.ts';
import { nextDue } from '#app/domain/meeting/due.ts';
import { formats } from '#app/domain/meeting/formats.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { minutesOf } from '#app/domain/meeting/minutes.ts';
import {
  liveMeeting,
  Meeting,
  minute,
  openMeeting,
  plainItem,
  plannedMeeting,
  startsAt,
} from './meeting-builder.ts';

const plan = { kind: 'meeting.plan' as const, startsAt, lengthMinutes: 90 };
const reschedule = { ...plan, kind: 'meeting.reschedule' as const, startsAt: startsAt + 86_400_000 };
const skip = { kind: 'meeting.skip' as const, because: 'decided' as const };
const restore = { kind: 'meeting.restore' as const };
const assign = (lead: string | null, ...line: string[]) => ({ kind: 'lead.assign' as const, lead, line });
const carried = (item: string, more = {}) => ({
  item,
  ...plainItem,
  title: item,
  carried: 1,
  votes: 2,
  ...more,
});
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

test('H5 carried items come behind what is fixed and before the first topic, in their order', () => {
  const meeting = plannedMeeting().propose('in', { itemKind: 'check-in' }).propose('t').propose('u');
  meeting.house({ kind: 'item.carry', items: [carried('c1'), carried('c2')] });
  expect(meeting.agenda).toEqual(['in', 'c1', 'c2', 't', 'u']);
  expect(meeting.item('c1')).toMatchObject({ carried: 1, votes: 2, proposer: null });
});

test('H5 without a topic they come last, before what closes the meeting', () => {
  const meeting = plannedMeeting().propose('in', { itemKind: 'check-in' });
  meeting.house({ kind: 'item.carry', items: [carried('c1')] });
  expect(meeting.agenda).toEqual(['in', 'c1']);
  meeting.propose('end', { itemKind: 'closing' });
  const seat = carried('s', { itemKind: 'hot-seat', bringer: 'ben' });
  meeting.does('ada', { kind: 'item.withdraw', item: 'c1' });
  meeting.house({ kind: 'item.carry', items: [seat, carried('c2')] });
  expect(meeting.agenda).toEqual(['in', 's', 'c2', 'end']);
});

test('H5 T8 a hot seat that could not start is first, also before the hot seats of the day', () => {
  const meeting = plannedMeeting().propose('in', { itemKind: 'check-in' });
  meeting.propose('mine', { itemKind: 'hot-seat', bringer: 'ada' }).propose('t');
  const seat = carried('s', { itemKind: 'hot-seat', bringer: 'ben' });
  meeting.house({ kind: 'item.carry', items: [seat, carried('c1')] });
  expect(meeting.agenda).toEqual(['in', 's', 'mine', 'c1', 't']);
});

test('H5 the same item is carried once, in one command and in two', () => {
  const meeting = plannedMeeting();
  const items = [carried('c1'), carried('c1'), carried('c2')];
  expect(meeting.house({ kind: 'item.carry', items })).toHaveLength(2);
  expect(meeting.house({ kind: 'item.carry', items })).toEqual([]);
  expect(meeting.agenda).toEqual(['c1', 'c2']);
  expect(liveMeeting().refuses(null, { kind: 'item.carry', items })).toBe('out-of-date');
});

test('H5 carrying never makes more items than an agenda holds', () => {
  const meeting = plannedMeeting().propose('t');
  for (let round = 0; round < ITEM_LIMIT + 5; round += 1) {
    meeting.house({ kind: 'item.carry', items: [carried(`c${round}`, { itemKind: 'fixed' })] });
  }
  expect(meeting.state.items).toHaveLength(ITEM_LIMIT);
  expect(meeting.refuses('ada', { kind: 'item.propose', item: 'more', ...plainItem })).toBe('limit-reached');
});

test('H6 what is recalled is gone until it is carried again, then in its new words and without dots', () => {
  const meeting = plannedMeeting().propose('t');
  const items = [carried('c1'), carried('c2')];
  meeting.house({ kind: 'item.carry', items });
  meeting.does('ben', { kind: 'vote.cast', item: 'c1', dots: 2 });
  const recall = { kind: 'item.recall' as const, items: ['c1', 'c2', 'unknown'] };
  expect(meeting.house(recall)).toEqual(['item.withdrawn', 'item.withdrawn']);
  expect(meeting.house(recall)).toEqual([]);
  expect(meeting.agenda).toEqual(['t']);
  for (const title of ['c1 anew', 'later words'])
    meeting.house({ kind: 'item.carry', items: [carried('c1', { title })] });
  expect([meeting.agenda, meeting.item('c1').title]).toEqual([['c1', 't'], 'c1 anew']);
  expect(meeting.state.voting.dots).toEqual({ ben: {} });
  expect(liveMeeting().refuses(null, recall)).toBe('out-of-date');
});

test('H6 what comes back is in the words it has by then; what somebody withdrew here stays so', () => {
  const meeting = plannedMeeting().propose('t').propose('gone');
  meeting.does('ada', { kind: 'item.withdraw', item: 'gone' });
  const items = [carried('t', { title: 'new words' }), carried('gone')];
  const back = { kind: 'item.carry' as const, items, back: true as const };
  expect(meeting.house(back)).toEqual(['item.edited']);
  expect(meeting.house(back)).toEqual([]);
  expect([meeting.agenda, meeting.item('t').title]).toEqual([['t'], 'new words']);
});

test('H6 A11 minutes of topics go with them, and come back', () => {
  const meeting = plannedMeeting();
  const steps = Array.from({ length: 6 }, (_, step) => `s${step}`);
  meeting.does('ada', { kind: 'format.choose', format: 'open-agenda-votes', items: steps });
  const loop = () => meeting.state.items.find(({ run }) => run?.forTopics)?.minutes;
  const items = [carried('c1'), carried('c2')];
  meeting.house({ kind: 'item.carry', items });
  expect(loop()).toBe(22);
  meeting.house({ kind: 'item.recall', items: ['c1', 'c2'] });
  expect(loop()).toBe(42);
  meeting.house({ kind: 'item.carry', items });
  expect(loop()).toBe(22);
});

test('A10 A11 H5 the agenda is the same whether a format is chosen before something is carried over or after', () => {
  const kind = fc.constantFrom<ItemKind>('topic', 'hot-seat');
  fc.assert(
    fc.property(fc.constantFrom(...formats), fc.array(kind, { maxLength: 4 }), ({ id: format }, kinds) => {
      const items = Array.from({ length: 20 }, (_, step) => `s${step}`);
      const carry = {
        kind: 'item.carry' as const,
        items: kinds.map((itemKind, index) => carried(`c${index}`, { itemKind })),
      };
      const [first, then] = [plannedMeeting(), plannedMeeting()];
      first.does('ada', { kind: 'format.choose', format, items });
      first.house(carry);
      then.house(carry);
      then.does('ada', { kind: 'format.choose', format, items });
      const planned = (meeting: Meeting) => meeting.agenda.map((id) => [id, meeting.item(id).minutes]);
      expect(planned(then)).toEqual(planned(first));
    }),
  );
});
