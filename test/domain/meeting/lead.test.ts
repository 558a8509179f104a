import { expect, test } from 'vitest';
import { BACK_STANDS, graceEnds, LEAD_GRACE, OFFER_STANDS, wayToLead } from '#app/domain/meeting/baton.ts';
import { alarmsOf, nextDue } from '#app/domain/meeting/due.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { liveMeeting, type Meeting, minute, openMeeting, plannedMeeting } from './meeting-builder.ts';

const take = { kind: 'lead.take' as const };
const pass = (to: string) => ({ kind: 'lead.pass' as const, to });
const accept = (offer: number) => ({ kind: 'lead.accept' as const, offer });
const decline = (offer: number) => ({ kind: 'lead.decline' as const, offer });
const grace = LEAD_GRACE / 60_000;
const stands = OFFER_STANDS / 60_000;
const offered = ({ state }: Meeting) => state.baton.offer?.to ?? null;
const leader = ({ state }: Meeting) => state.lead.holder;

/** Ada led and dropped out a minute after the start; Ben and Cleo are there. */
function forsaken(): Meeting {
  return liveMeeting().at(1).leave('ada');
}

test('L1 handing over is an offer: the giver leads until the other accepts', () => {
  const meeting = openMeeting();
  expect(meeting.refuses('ben', pass('cleo'))).toBe('not-leading');
  expect(meeting.refuses('ada', pass('dov'))).toBe('not-present');
  expect(meeting.does('ada', pass('ada'))).toEqual([]);
  expect(meeting.does('ada', pass('cleo'))).toEqual(['lead.offered']);
  expect(meeting.does('ada', pass('cleo'))).toEqual([]);
  expect([leader(meeting), offered(meeting)]).toEqual(['ada', 'cleo']);
  meeting.accept('cleo');
  expect(meeting.state.lead).toMatchObject({ holder: 'cleo', lentBy: 'ada' });
  expect(meeting.refuses('ben', take)).toBe('not-allowed');
  meeting.does('ada', take);
  expect(meeting.state.lead).toMatchObject({ holder: 'ada', lentBy: null });
  expect(meeting.refuses('cleo', take)).toBe('not-allowed');
});

test('L1 what was offered can be taken back, declined, or offered to another; the giver keeps the lead', () => {
  const meeting = openMeeting();
  meeting.does('ada', pass('cleo'));
  expect(meeting.does('ada', pass('ada'))).toEqual(['lead.kept']);
  expect(meeting.refuses('cleo', accept(1))).toBe('out-of-date');
  meeting.does('ada', pass('cleo'));
  meeting.does('cleo', decline(2));
  meeting.does('ada', pass('cleo'));
  meeting.does('ada', pass('ben'));
  expect([leader(meeting), offered(meeting)]).toEqual(['ada', 'ben']);
  meeting.at(-5 + stands).ring();
  expect([leader(meeting), offered(meeting)]).toEqual(['ada', null]);
});

test('L1 from hand to hand, the first of them may take it back; handed back, nobody may', () => {
  const meeting = openMeeting().handOver('ada', 'ben').handOver('ben', 'cleo');
  expect(meeting.refuses('ben', take)).toBe('not-allowed');
  expect(wayToLead(meeting.state, 'ada')).toBe('taken-back');
  meeting.handOver('cleo', 'ada');
  expect(meeting.state.lead).toMatchObject({ holder: 'ada', lentBy: null });
});

test('L2 a lead who drops out has the grace to return; until it is over nobody is asked', () => {
  const meeting = forsaken();
  expect(graceEnds(meeting.state)).toBe(minute(1 + grace));
  expect(nextDue(meeting.state)).toBe(minute(1 + grace));
  meeting.at(1 + grace - 0.001).ring();
  expect([leader(meeting), offered(meeting)]).toEqual(['ada', null]);
  for (const person of ['ben', 'cleo']) expect(meeting.refuses(person, take)).toBe('not-allowed');
  meeting.arrive('ada').at(30).ring();
  expect([leader(meeting), offered(meeting), graceEnds(meeting.state)]).toEqual(['ada', null, null]);
});

test('L2 the house may give another grace; a log without one has the usual', () => {
  const meeting = liveMeeting().at(1);
  meeting.house({ kind: 'attendance.leave', person: 'ada', grace: 5_000 });
  expect(graceEnds(meeting.state)).toBe(minute(1) + 5_000);
  const old = { ...meeting.state, baton: emptyMeeting.baton };
  expect(graceEnds(old)).toBe(minute(1) + LEAD_GRACE);
});

test('L2 nobody is late before the start; one who was there and dropped out is missed at once', () => {
  const meeting = plannedMeeting().at(-15).arrive('ben', 'cleo');
  meeting.at(grace - 0.001).ring();
  expect(offered(meeting)).toBeNull();
  expect(offered(meeting.at(grace).ring())).toBe('ben');
  const early = openMeeting().leave('ada');
  expect(offered(early.at(-5 + grace).ring())).toBe('ben');
});

test('L2 without any lead nobody is waited for, and the first who came is asked as soon as the room is open', () => {
  const meeting = plannedMeeting();
  meeting.house({ kind: 'lead.assign', lead: null, line: [] });
  meeting.at(-15).arrive('dov').at(-14).arrive('cleo').ring();
  expect(offered(meeting)).toBe('dov');
});

test('L3 the understudy is asked first, then the next of the line, then whoever came first', () => {
  const meeting = forsaken().arrive('dov');
  expect(offered(meeting.at(1 + grace).ring())).toBe('ben');
  expect(meeting.refuses('cleo', take)).toBe('not-allowed');
  meeting.does('ben', decline(1));
  expect(offered(meeting.ring())).toBe('cleo');
  meeting.at(1 + grace + stands - 0.001).ring();
  expect(offered(meeting)).toBe('cleo');
  expect(offered(meeting.at(1 + grace + stands).ring())).toBe('dov');
  meeting.accept('dov');
  expect(meeting.state.lead).toMatchObject({ holder: 'dov', planned: 'ada', lentBy: null });
});

test('L3 whoever lent the lead is asked before the line', () => {
  const meeting = liveMeeting().handOver('ada', 'ben').at(1).leave('ben');
  expect(offered(meeting.at(1 + grace).ring())).toBe('ada');
});

test('L3 an offer ends when its reader leaves, and the next is asked; back again they are asked again', () => {
  const meeting = forsaken().at(3).ring().leave('ben').ring();
  expect(offered(meeting)).toBe('cleo');
  meeting.arrive('ben').does('cleo', decline(2));
  expect(offered(meeting.ring())).toBe('ben');
});

test('L3 whoever did not want the lead back is asked like the others when it is lost again', () => {
  const meeting = forsaken().at(3).ring().accept('ben').arrive('ada').ring();
  meeting.at(3 + BACK_STANDS / 60_000).ring();
  meeting.leave('cleo').at(10).leave('ben').at(12).ring();
  expect(meeting.state.baton).toMatchObject({ free: false, offer: { to: 'ada', why: 'stand-in' } });
});

test('L3 the lead returning ends the offer; what was handed on still stands', () => {
  const meeting = forsaken().at(3).ring().arrive('ada').ring();
  expect([leader(meeting), offered(meeting)]).toEqual(['ada', null]);
  expect(meeting.refuses('ben', accept(1))).toBe('out-of-date');
  meeting.does('ada', pass('cleo'));
  meeting.leave('ada').arrive('ada');
  expect(offered(meeting)).toBe('cleo');
});

test('L4 nobody leads by waiting, and nobody who is not there', () => {
  const meeting = forsaken().at(40).ring();
  expect(leader(meeting)).toBe('ada');
  expect(meeting.refuses('dov', take)).toBe('not-allowed');
  const lent = openMeeting().handOver('ada', 'ben').leave('ada');
  expect(lent.refuses('ada', take)).toBe('not-allowed');
});

test('L4 somebody who has left the circle is not asked', () => {
  const meeting = forsaken().at(3);
  meeting.members = new Set(['ada', 'cleo', 'dov']);
  expect(offered(meeting.ring())).toBe('cleo');
});

test('L5 every change is in the record: who, from whom, how, when', () => {
  const meeting = openMeeting().handOver('ada', 'ben').at(1);
  meeting.does('ada', take);
  expect(meeting.does('ada', take)).toEqual([]);
  meeting.at(2).leave('ada').at(5).ring().accept('ben');
  expect(meeting.state.leadHistory).toEqual([
    { to: 'ben', from: 'ada', how: 'handed-over', at: minute(-5) },
    { to: 'ada', from: 'ben', how: 'taken-back', at: minute(1) },
    { to: 'ben', from: 'ada', how: 'stepped-in', at: minute(5) },
  ]);
});

test('L6 when everybody has been asked the lead is free, for latecomers too, until somebody takes it', () => {
  const meeting = forsaken()
    .at(1 + grace)
    .ring();
  meeting.at(1 + grace + stands).ring();
  meeting.at(1 + grace + 2 * stands).ring();
  expect(meeting.state.baton).toMatchObject({ offer: null, free: true });
  const leadAlarms = alarmsOf(meeting.state).filter(({ command }) => command.kind.startsWith('lead.'));
  expect(leadAlarms).toEqual([]);
  meeting.arrive('dov').ring();
  for (const person of ['ben', 'cleo', 'dov']) expect(wayToLead(meeting.state, person)).toBe('stepped-in');
  meeting.does('dov', take);
  expect([leader(meeting), meeting.state.baton.free]).toEqual(['dov', false]);
  expect(meeting.refuses('ben', take)).toBe('not-allowed');
});

test('L6 an empty room asks nobody; whoever comes into it is asked', () => {
  const meeting = forsaken().leave('ben', 'cleo');
  expect(nextDue(meeting.state)).toBe(minute(120));
  expect(offered(meeting.at(20).ring().arrive('dov').ring())).toBe('dov');
});

test('L7 the first lead gets it offered back; who leads keeps it until they accept', () => {
  const meeting = forsaken().at(3).ring().accept('ben').at(4).arrive('ada').ring();
  expect([leader(meeting), offered(meeting)]).toEqual(['ben', 'ada']);
  expect(meeting.state.baton.offer?.until).toBe(minute(4) + BACK_STANDS);
  meeting.accept('ada');
  expect(meeting.state.leadHistory.at(-1)).toMatchObject({ to: 'ada', from: 'ben', how: 'taken-back' });
  expect(offered(meeting.leave('ben').arrive('ben').ring())).toBeNull();
});

test('L7 after several stood in it is still the first who is asked, once', () => {
  const meeting = forsaken().at(3).ring().accept('ben').at(4).leave('ben').at(6).ring().accept('cleo');
  meeting.arrive('ben').ring();
  expect(offered(meeting)).toBeNull();
  meeting.arrive('ada').ring();
  expect(offered(meeting)).toBe('ada');
  meeting.at(6 + BACK_STANDS / 60_000).ring();
  expect([leader(meeting), offered(meeting), meeting.state.baton.first]).toEqual(['cleo', null, null]);
  meeting.leave('ada').arrive('ada').ring();
  expect(offered(meeting)).toBeNull();
});

test('L7 a blink while it is offered back loses nothing', () => {
  const meeting = forsaken().at(3).ring().accept('ben').arrive('ada').ring().leave('ada').ring();
  expect(offered(meeting)).toBeNull();
  expect(offered(meeting.arrive('ada').ring())).toBe('ada');
});

test('L8 a late click accepts no other offer than the one that was read', () => {
  const meeting = forsaken().at(3).ring();
  meeting.leave('ben').ring();
  meeting.arrive('ben').does('cleo', decline(2));
  meeting.ring();
  expect(meeting.state.baton.offer).toMatchObject({ number: 3, to: 'ben' });
  expect(meeting.refuses('ben', accept(1))).toBe('out-of-date');
  expect(meeting.refuses('ben', decline(1))).toBe('out-of-date');
  expect(meeting.refuses('cleo', accept(3))).toBe('out-of-date');
  meeting.does('ben', accept(3));
  expect(meeting.does('ben', accept(3))).toEqual([]);
});

test('L6 a forgotten meeting closes by itself, whatever became of the lead', () => {
  const asked = () => forsaken().at(3).ring();
  const back = asked().accept('ben').arrive('ada').ring();
  for (const meeting of [forsaken(), asked(), back, asked().at(4).ring().at(5).ring()]) {
    meeting.leave('ada', 'ben', 'cleo').at(120).ring();
    const { status, baton } = meeting.state;
    expect([status, baton.offer, nextDue(meeting.state)]).toEqual(['closed', null, null]);
  }
});
