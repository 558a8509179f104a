import { expect, test } from 'vitest';
import { votedOf } from '#app/domain/meeting/agenda-news.ts';
import { offerNow, voteOpensAt } from '#app/domain/meeting/decide-extension.ts';
import { alarmsOf, dueCommands } from '#app/domain/meeting/due.ts';
import { isHidden, maskEvent, maskState } from '#app/domain/meeting/mask.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import type { Thumb } from '#app/domain/meeting/overrun.ts';
import { remainingMs } from '#app/domain/meeting/timebox.ts';
import { running } from './format-scene.ts';
import { liveMeeting, type Meeting, minute, openMeeting, plannedMeeting } from './meeting-builder.ts';

const thumb = (thumb: Thumb) => ({ kind: 'thumb.show' as const, item: 'x', thumb });
const after = (seconds: number) => 10 + seconds / 60;

/** x runs out of its ten minutes; what is due is done. */
function overtime(meeting = liveMeeting()): Meeting {
  ring(meeting.at(10));
  return meeting;
}

function ring(meeting: Meeting) {
  return dueCommands(meeting.state, meeting.now).flatMap((command) => meeting.house(command));
}

test('T1 topics stand in the order of their votes', () => {
  const meeting = openMeeting();
  meeting.does('ben', { kind: 'vote.cast', item: 'z', dots: 2 });
  meeting.does('ada', { kind: 'voting.close' });
  expect(meeting.agenda[0]).toBe('z');
});

test('T2 when the time is over a vote opens by itself for 20 s, and closes by itself', () => {
  const meeting = liveMeeting();
  expect(alarmsOf(meeting.state)).toContainEqual({
    at: minute(10),
    command: { kind: 'extension.open', item: 'x' },
  });
  expect(ring(meeting.at(after(-1)))).toEqual([]);
  expect(ring(meeting.at(10))).toEqual(['extension.opened']);
  expect(ring(meeting.at(after(19)))).toEqual([]);
  expect(ring(meeting.at(after(20)))).toEqual(['extension.closed']);
  expect(ring(meeting.at(after(60)))).toEqual([]);
});

test('T2 only people in the room vote, one thumb each, changeable until it closes', () => {
  const meeting = liveMeeting();
  expect(meeting.refuses('ben', thumb('up'))).toBe('voting-closed');
  overtime(meeting);
  expect(meeting.refuses('dov', thumb('up'))).toBe('not-present');
  meeting.does('ben', thumb('down'));
  expect(meeting.does('ben', thumb('down'))).toEqual([]);
  meeting.does('ben', thumb('up'));
  ring(meeting.at(after(20)));
  expect(meeting.state.extension?.outcome).toMatchObject({ granted: true, up: 1, down: 0, abstained: 2 });
  expect(meeting.refuses('ben', thumb('up'))).toBe('voting-closed');
});

test('T2 nobody sees a thumb but its owner, before and after', () => {
  const meeting = overtime();
  meeting.does('ben', thumb('down'));
  expect(meeting.log.filter(isHidden).map(maskEvent)).toMatchObject([{ kind: 'thumb.shown', thumb: null }]);
  expect(maskState(meeting.state, 'cleo').extension).toMatchObject({ thumbs: {}, voters: ['ben'] });
  expect(maskState(meeting.state, 'ben').extension?.thumbs).toEqual({ ben: 'down' });
  ring(meeting.at(after(20)));
  expect(maskState(meeting.state, 'cleo').extension?.thumbs).toEqual({});
});

test('T3 a no moves on: nobody is asked again in this item', () => {
  const meeting = overtime();
  meeting.does('ben', thumb('up'));
  meeting.does('cleo', thumb('down'));
  ring(meeting.at(after(20)));
  expect(meeting.state.extension?.outcome).toMatchObject({ granted: false, why: 'voted' });
  expect(meeting.item('x').clock.extendedMs).toBe(0);
  expect(meeting.refuses('ada', { kind: 'extension.ask', item: 'x', rev: 1, drops: [] })).toBe(
    'limit-reached',
  );
});

test('T3 the thumbs of whoever has left count no more', () => {
  const meeting = overtime();
  for (const person of ['ben', 'cleo']) meeting.does(person, thumb('up'));
  meeting.does('ada', thumb('down'));
  meeting.leave('ben', 'cleo');
  expect(votedOf(meeting.state.extension?.voters ?? [], presentPeople(meeting.state))).toBe('1 of 1');
  ring(meeting.at(after(20)));
  expect(meeting.state.extension?.outcome).toMatchObject({ granted: false, up: 0, down: 1 });
});

test('T3 the item may end while the vote is open; nothing is extended then', () => {
  const meeting = overtime();
  meeting.does('ben', thumb('up'));
  expect(meeting.clock('item.finish', 'x')).toEqual(['extension.closed', 'item.finished']);
  expect(meeting.state.extension?.outcome).toMatchObject({ granted: false, why: 'moved-on' });
  expect(meeting.refuses(null, { kind: 'extension.close', item: 'x' })).toBe('out-of-date');
});

test('T3 whoever has the hot seat ends its items and asks for more, also where it goes over several; not what follows', () => {
  const meeting = running('hot-seat-60', 's1', 'ben');
  meeting.clock('item.start', 's3');
  const finish = (item: string) => ({
    kind: 'item.finish' as const,
    item,
    rev: meeting.item(item).clock.rev,
  });
  meeting.does('ben', { kind: 'extension.ask', item: 's3', rev: meeting.item('s3').clock.rev, drops: [] });
  expect(meeting.refuses('cleo', finish('s3'))).toBe('not-leading');
  meeting.does('ben', finish('s3'));
  meeting.clock('item.start', 's5');
  expect(meeting.refuses('ben', finish('s5'))).toBe('not-leading');
});

test('T4 after the second extension nobody is asked a third time', () => {
  const meeting = overtime();
  const yes = () => {
    for (const person of ['ada', 'ben']) meeting.does(person, thumb('up'));
    meeting.now += 20_000;
    return ring(meeting);
  };
  expect(yes()).toEqual(['extension.closed', 'item.extended']);
  expect(voteOpensAt(meeting.state)).toBe(minute(15));
  ring(meeting.at(15));
  yes();
  expect(meeting.item('x').extensions).toEqual([300_000, 180_000]);
  expect(voteOpensAt(meeting.state)).toBeNull();
});

test('T4 T5 where something would drop out, nobody is asked by the clock; the lead may, and must have seen it', () => {
  const meeting = openMeeting().propose('seat', { itemKind: 'hot-seat', minutes: 74, bringer: 'ben' });
  meeting.at(0).clock('item.start', 'x');
  expect(voteOpensAt(meeting.state)).toBeNull();
  meeting.at(10);
  expect(meeting.refuses('ada', { kind: 'extension.ask', item: 'x', rev: 1, drops: [] })).toBe('out-of-date');
  const drops = ['z', 'y'];
  expect(meeting.refuses('ben', { kind: 'extension.ask', item: 'x', rev: 1, drops })).toBe('not-leading');
  meeting.does('ada', { kind: 'extension.ask', item: 'x', rev: 1, drops });
  for (const person of ['ada', 'ben']) meeting.does(person, thumb('up'));
  expect(ring(meeting.at(after(20)))).toEqual(['extension.closed', 'item.extended', 'agenda.absorbed']);
  expect(meeting.state.items.filter((item) => item.dropped).map((item) => item.id)).toEqual(['y', 'z']);
  meeting.does('ada', { kind: 'item.next', running: 'x' });
  expect(meeting.state.running).toBe('seat');
});

test('T5 what was shown before the vote is all that may be lost: an agenda that grew meanwhile says no', () => {
  const meeting = openMeeting().propose('w', { minutes: 55 });
  meeting.at(0).clock('item.start', 'x');
  ring(meeting.at(10));
  for (const person of ['ada', 'ben']) meeting.does(person, thumb('up'));
  meeting.propose('seat', { itemKind: 'hot-seat', minutes: 60, bringer: 'cleo' });
  expect(ring(meeting.at(after(20)))).toEqual(['extension.closed']);
  expect(meeting.state.extension?.outcome).toMatchObject({ granted: false, why: 'no-longer-fits' });
});

test('T6 T8 what dropped out is carried over', () => {
  const meeting = openMeeting().propose('seat', { itemKind: 'hot-seat', minutes: 80, bringer: 'ben' });
  meeting.at(25).clock('item.start', 'seat');
  expect(meeting.state.items.filter((item) => item.dropped).map((item) => item.id)).toEqual(['y', 'z']);
  meeting.at(90).does('ada', { kind: 'meeting.close' });
  const closed = meeting.log.at(-1);
  expect(closed).toMatchObject({ kind: 'meeting.closed', unfinished: ['x', 'y', 'z'] });
});

test('T7 an item that ends early brings back what dropped out; the lead may start it all the same', () => {
  const meeting = openMeeting().propose('seat', { itemKind: 'hot-seat', minutes: 62, bringer: 'ben' });
  meeting.at(17).clock('item.start', 'x');
  const dropped = () => meeting.state.items.filter((item) => item.dropped).map((item) => item.id);
  expect(dropped()).toEqual(['z']);
  expect(meeting.at(18).clock('item.start', 'seat')).toEqual(['item.finished', 'item.started']);
  expect(meeting.at(30).clock('item.finish', 'seat')).toEqual(['item.finished', 'agenda.absorbed']);
  expect(dropped()).toEqual([]);
});

test('T4 T5 a vote that opens late gives all of its time, and the preview says what that costs', () => {
  const meeting = openMeeting();
  meeting.propose('seat', { itemKind: 'hot-seat', minutes: 55, bringer: 'ben' });
  meeting.at(0).clock('item.start', 'x');
  meeting.at(18).does('ada', { kind: 'extension.ask', item: 'x', rev: 1, drops: [] });
  const cost = meeting.state.extension?.absorption;
  expect(cost).toEqual({
    taken: [
      { item: 'z', minutes: 5 },
      { item: 'y', minutes: 3 },
    ],
    dropped: [],
  });
  for (const person of ['ada', 'ben']) meeting.does(person, thumb('up'));
  ring(meeting.at(18 + 1 / 3));
  expect(remainingMs(meeting.item('x'), minute(18))).toBe(5 * 60_000);
  expect(['y', 'z'].map((id) => meeting.item(id).minutes)).toEqual([7, 5]);
});

test('T3 T4 where there was no time to give, people may ask once there is; the clock asks no more', () => {
  const meeting = plannedMeeting().propose('before', { minutes: 50 }).propose('a', { minutes: 20 });
  meeting.propose('z1').propose('z2').propose('end', { itemKind: 'closing', minutes: 5 });
  meeting.at(-5).arrive('ada', 'ben', 'cleo').at(0).clock('item.start', 'before');
  meeting.at(50).clock('item.start', 'a');
  meeting.at(73).ring();
  // Nobody was asked, because a topic would drop out; the lead makes room by hand.
  meeting.does('ada', { kind: 'item.withdraw', item: 'z1' });
  meeting.ring();
  const { rev } = meeting.item('a').clock;
  const drops = offerNow(meeting.state, meeting.item('a'), meeting.now)?.absorption.dropped ?? [];
  const asked = { kind: 'extension.ask' as const, item: 'a', rev, drops };
  expect(meeting.does('ada', asked)).toEqual(['extension.opened']);
});
