import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesOf } from '#app/domain/meeting/minutes.ts';
import { life, live } from './meeting-arbitrary.ts';
import { liveMeeting, minute, openMeeting, plainItem, startsAt } from './meeting-builder.ts';

const say = (message: string) => ({ kind: 'message.post' as const, message, text: message });

/** x took 12 of 10 + 5 minutes, y was paused for 3, the others never started. */
function heldMeeting() {
  const meeting = openMeeting()
    .propose('seat', { itemKind: 'hot-seat', bringer: 'ben', minutes: 20 })
    .propose('end', { itemKind: 'closing', minutes: 5 });
  meeting.house({ kind: 'item.carry', items: [{ item: 'old', ...plainItem, carried: 2, votes: 1 }] });
  meeting.does('ben', say('hello'));
  meeting.at(0).clock('item.start', 'x');
  meeting.at(4).does('ben', say('on x'));
  meeting.extend('x');
  meeting.does('cleo', { kind: 'decision.record', decision: 'd', text: 'We go on' });
  meeting.at(12).clock('item.start', 'y');
  meeting.does('cleo', say('on y'));
  meeting.does('cleo', say('oops'));
  meeting.does('cleo', { kind: 'message.retract', message: 'oops' });
  meeting.at(15).clock('item.pause', 'y');
  meeting.at(18).clock('item.resume', 'y');
  meeting.at(19).handOver('ada', 'ben');
  meeting.leave('ada');
  meeting.at(20).does('ben', { kind: 'item.finish', item: 'y', rev: 3 });
  meeting.does('cleo', say('between'));
  meeting.does('ben', { kind: 'action.add', action: 'a', text: 'Write', owner: 'cleo', due: '2026-12-01' });
  meeting.at(40).does('ben', { kind: 'meeting.close' });
  meeting.at(50).does('cleo', { kind: 'action.complete', action: 'a' });
  return meeting;
}

test('N1 N2 items with planned, extended and taken time, and what was not reached', () => {
  const { items } = minutesOf(heldMeeting().state);
  const told = items.map((item) => [item.id, item.plannedMs, item.extendedMs, item.takenMs, item.outcome]);
  const m = 60_000;
  expect(told).toEqual([
    ['old', 10 * m, 0, 0, 'unfinished'],
    ['x', 10 * m, 5 * m, 12 * m, 'done'],
    ['y', 10 * m, 0, 5 * m, 'done'],
    ['z', 10 * m, 0, 0, 'unfinished'],
    ['seat', 20 * m, 0, 0, 'unfinished'],
    ['end', 5 * m, 0, 0, 'left-out'],
  ]);
  expect(items[0]?.carried).toBe(2);
});

test('N2 what came twice and nobody keeps is not said to be carried over', () => {
  const { state } = heldMeeting();
  const { items } = minutesOf(state);
  expect(items.flatMap(({ id, goesOn }) => (goesOn ? id : []))).toEqual(['z', 'seat']);
  expect(items[0]).toMatchObject({ id: 'old', outcome: 'unfinished', goesOn: false });
});

test('N2 what the minutes call unfinished is what closing named', () => {
  const meeting = heldMeeting();
  const closed = meeting.log.find((event) => event.kind === 'meeting.closed');
  const { items } = minutesOf(meeting.state);
  const unfinished = items.filter((item) => item.outcome === 'unfinished').map((item) => item.id);
  expect(closed).toMatchObject({ unfinished });
});

test('N3 attendance: when they came, how long they stayed, which share of the meeting', () => {
  const meeting = heldMeeting();
  const m = 60_000;
  expect(minutesOf(meeting.state).attendance).toEqual([
    { person: 'ada', arrivedAt: minute(-5), presentMs: 24 * m, share: 19 / 40 },
    { person: 'ben', arrivedAt: minute(-5), presentMs: 45 * m, share: 1 },
    { person: 'cleo', arrivedAt: minute(-5), presentMs: 45 * m, share: 1 },
  ]);
});

test('N3 a share lies between 0 and 1 in every life', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { share } of minutesOf(live(random).state).attendance) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('N4 talk stands under the item that was on; retracted lines are left out', () => {
  const { talk } = minutesOf(heldMeeting().state);
  expect(talk.map(({ item, messages }) => [item, messages.map((line) => line.text)])).toEqual([
    [null, ['hello']],
    ['x', ['on x']],
    ['y', ['on y']],
    [null, ['between']],
  ]);
});

test('N4 every line that was not retracted is there once, in order, in every life', () => {
  fc.assert(
    fc.property(life, (random) => {
      const { state } = live(random);
      const said = state.messages.filter((line) => line.text !== null);
      expect(minutesOf(state).talk.flatMap(({ messages }) => messages)).toEqual(said);
    }),
  );
});

test('L5 who led: as planned, then each change', () => {
  expect(minutesOf(heldMeeting().state).led).toEqual([
    { person: 'ada', from: null, how: 'planned', at: null },
    { person: 'ben', from: 'ada', how: 'handed-over', at: minute(19) },
  ]);
});

test('O3 decisions and action items as they stand, ticked off afterwards too', () => {
  const { decisions, actions } = minutesOf(heldMeeting().state);
  expect(decisions).toMatchObject([{ text: 'We go on', by: 'cleo', item: 'x' }]);
  expect(actions).toMatchObject([{ text: 'Write', owner: 'cleo', due: '2026-12-01', doneAt: minute(50) }]);
});

test('N5 a decision stands under the item that was on, or under none', () => {
  const meeting = openMeeting().at(0);
  const decide = (decision: string) =>
    meeting.does('ben', { kind: 'decision.record', decision, text: 'Yes' });
  decide('before');
  meeting.clock('item.start', 'x');
  decide('on x');
  meeting.at(5).clock('item.start', 'y');
  const { decisions, items } = minutesOf(meeting.state);
  const title = items.find(({ id }) => id === 'x')?.title;
  expect(decisions.map((one) => [one.id, one.title])).toEqual([
    ['before', null],
    ['on x', title],
  ]);
});

test('start and end, planned and held; before it closes the meeting has no end', () => {
  expect(minutesOf(heldMeeting().state)).toMatchObject({
    status: 'closed',
    planned: { startsAt, endsAt: minute(90) },
    held: { startedAt: minute(0), closedAt: minute(40) },
  });
  const meeting = liveMeeting();
  expect(minutesOf(meeting.state)).toMatchObject({ held: { startedAt: minute(0), closedAt: null } });
  const skipped = openMeeting();
  skipped.house({ kind: 'meeting.skip', because: 'decided' });
  expect(minutesOf(skipped.state)).toMatchObject({ held: { startedAt: null, closedAt: null } });
});
