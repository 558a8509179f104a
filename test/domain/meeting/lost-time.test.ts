/** Time that went without a vote for it: a late start, overtime, a pause. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeUp } from '#app/domain/meeting/overrun.ts';
import { type Meeting, minute, openMeeting } from './meeting-builder.ts';

const min = 60_000;

test('T5 a late start shortens topics before the first item; the planned end stays', () => {
  const meeting = openMeeting();
  meeting.propose('seat', { itemKind: 'hot-seat', minutes: 50, bringer: 'ben' });
  expect(meeting.at(17).clock('item.start', 'x')).toContain('agenda.absorbed');
  expect(['x', 'y', 'z', 'seat'].map((id) => meeting.item(id).minutes)).toEqual([10, 8, 5, 50]);
});

test('T5 an agenda that was too long from the start gives up only what the delay costs', () => {
  const meeting = openMeeting().propose('w', { minutes: 80 });
  const plan = { items: meeting.state.items, endsAt: minute(90) };
  expect(madeUp(plan, 0, minute(-5))).toEqual({ taken: [], dropped: [] });
  expect(madeUp(plan, 4 * min, minute(4))).toEqual({ taken: [{ item: 'w', minutes: 4 }], dropped: [] });
});

test('T5 a moment too long at each item of an agenda that is too long takes no minutes from its topics', () => {
  const meeting = openMeeting().propose('v', { minutes: 40 }).propose('w', { minutes: 60 });
  meeting.now = minute(0) + 20_000;
  meeting.does('ada', { kind: 'item.next', running: null });
  for (const id of ['x', 'y', 'z']) {
    meeting.now += 10 * min + 2_000;
    meeting.does('ada', { kind: 'item.next', running: id });
  }
  expect(meeting.item('w').minutes).toBe(60);
  expect(meeting.state.absorbed).toEqual([]);
  // 90 s are a whole minute and no more.
  meeting.now += 41.5 * min;
  meeting.clock('item.finish', 'v');
  expect(meeting.item('w').minutes).toBe(59);
});

test('T5 time that ran over without a vote for it is taken back when the item ends, a pause as well', () => {
  const meeting = openMeeting();
  meeting.propose('seat', { itemKind: 'hot-seat', minutes: 50, bringer: 'ben' }).propose('w');
  const idle = () =>
    ['y', 'z', 'seat', 'w'].map((id) => (meeting.item(id).dropped ? 0 : meeting.item(id).minutes));
  meeting.at(0).clock('item.start', 'x');
  // Nobody shows a thumb.
  meeting.at(10).ring().at(11).ring().at(14);
  expect(meeting.does('ada', { kind: 'item.next', running: 'x' })).toEqual([
    ...['item.finished', 'agenda.absorbed', 'item.started'],
  ]);
  expect(idle()).toEqual([10, 10, 50, 6]);
  expect(meeting.state.absorbed).toEqual([
    { at: minute(14), taken: [{ item: 'w', minutes: 4 }], dropped: [], back: [] },
  ]);
  meeting.at(20).clock('item.pause', 'y');
  meeting.at(26).clock('item.resume', 'y');
  meeting.at(30).clock('item.finish', 'y');
  expect(idle()).toEqual([10, 5, 50, 5]);
});

/** What the item that just began and those after it need, in ms. */
const stillToCome = ({ state }: Meeting) =>
  state.items
    .filter(({ clock, dropped }) => (clock.state === 'idle' && !dropped) || clock.state === 'running')
    .reduce((sum, { minutes }) => sum + minutes * min, 0);

function expectToFit(meeting: Meeting): void {
  const needed = stillToCome(meeting);
  if (needed > 0) expect(meeting.now + needed).toBeLessThanOrEqual(minute(90));
}

const spell = fc.record({
  took: fc.integer({ min: 0, max: 25 }),
  idle: fc.integer({ min: 0, max: 12 }),
});

test('T5 whatever the items take, and the gaps between them: the planned end holds while there are topics to give, and no topic gives without need', () => {
  fc.assert(
    fc.property(fc.array(spell, { minLength: 1, maxLength: 4 }), (spells) => {
      const meeting = openMeeting();
      for (const id of ['v', 'w']) meeting.propose(id, { minutes: 30 });
      meeting.at(0).does('ada', { kind: 'item.next', running: null });
      for (const { took, idle } of spells) {
        if (meeting.state.running === null) return;
        meeting.now += took * min;
        meeting.does('ada', { kind: 'item.finish', item: meeting.state.running, rev: 1 });
        expectToFit(meeting);
        if (stillToCome(meeting) === 0) return;
        meeting.now += idle * min;
        meeting.does('ada', { kind: 'item.next', running: null });
        expectToFit(meeting);
      }
    }),
  );
});

test('T5 minutes in which nothing runs, after the start or between two items, are taken back as well', () => {
  const withSeat = () => openMeeting().propose('seat', { itemKind: 'hot-seat', minutes: 50, bringer: 'ben' });
  const began = withSeat();
  began.at(0).does('ada', { kind: 'meeting.start' });
  began.at(17).clock('item.start', 'x');
  expect(['x', 'y', 'z', 'seat'].map((id) => began.item(id).minutes)).toEqual([10, 8, 5, 50]);

  const between = withSeat();
  between.at(0).clock('item.start', 'x');
  between.at(10).clock('item.finish', 'x');
  between.at(27).does('ada', { kind: 'item.next', running: null });
  expect(['y', 'z', 'seat'].map((id) => between.item(id).minutes)).toEqual([8, 5, 50]);
});
