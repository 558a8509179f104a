import { expect, test } from 'vitest';
import { idleClock } from '#app/domain/meeting/agenda.ts';
import { elapsedMs, evolveClock, extendClock, remainingMs } from '#app/domain/meeting/timebox.ts';
import { liveMeeting, minute, openMeeting } from './meeting-builder.ts';

const box = { minutes: 10 };

test('C1 the worked example: start 0, pause 150 000, resume 200 000, +120 000 at 300 000, read at 400 000', () => {
  let clock = evolveClock(idleClock, 'started', 0);
  clock = evolveClock(clock, 'paused', 150_000);
  expect(clock).toMatchObject({ state: 'paused', accumulatedMs: 150_000, startedAt: null });
  clock = evolveClock(clock, 'resumed', 200_000);
  clock = extendClock(clock, 120_000);
  expect(elapsedMs(clock, 400_000)).toBe(350_000);
  expect(remainingMs({ ...box, clock }, 400_000)).toBe(370_000);
  expect(clock).toMatchObject({ rev: 4, begunAt: 0, finishedAt: null });
});

test('C1 the same example, played as commands in a meeting', () => {
  const meeting = openMeeting().at(0);
  meeting.clock('item.start', 'x');
  meeting.at(2.5).clock('item.pause', 'x');
  meeting.at(200 / 60).clock('item.resume', 'x');
  // Half of the planned ten minutes.
  meeting.at(5).extend('x');
  expect(remainingMs(meeting.item('x'), minute(400 / 60))).toBe(370_000 + 180_000);
  meeting.at(400 / 60).clock('item.finish', 'x');
  expect(meeting.item('x').clock).toMatchObject({
    state: 'done',
    accumulatedMs: 350_000,
    begunAt: minute(0),
    finishedAt: minute(400 / 60),
  });
});

test('C2 while paused remaining stands still; pause and resume at one instant change nothing', () => {
  const running = evolveClock(idleClock, 'started', 0);
  const paused = evolveClock(running, 'paused', 60_000);
  for (const now of [60_000, 61_000, 10_000_000]) {
    expect(remainingMs({ ...box, clock: paused }, now)).toBe(540_000);
  }
  const resumed = evolveClock(paused, 'resumed', 60_000);
  for (const now of [60_000, 61_000, 10_000_000]) {
    expect(remainingMs({ ...box, clock: resumed }, now)).toBe(remainingMs({ ...box, clock: running }, now));
  }
});

test('C3 while running remaining never grows, and goes below zero in overtime', () => {
  const clock = evolveClock(idleClock, 'started', 1_000);
  const left = [0, 500, 1_000, 2_000, 601_000, 661_000].map((now) => remainingMs({ ...box, clock }, now));
  expect(left).toEqual([600_000, 600_000, 600_000, 599_000, 0, -60_000]);
});

test('C4 starting another item finishes the one that runs', () => {
  const meeting = liveMeeting().at(4);
  expect(meeting.clock('item.start', 'z')).toEqual(['item.finished', 'item.started']);
  expect(meeting.item('x').clock).toMatchObject({ state: 'done', accumulatedMs: 240_000 });
  expect(meeting.state.running).toBe('z');
  expect(meeting.refuses('ada', { kind: 'item.start', item: 'x', rev: 2 })).toBe('out-of-date');
});

test('C4 a paused item is finished too when another starts', () => {
  const meeting = liveMeeting().at(4);
  meeting.clock('item.pause', 'x');
  expect(meeting.at(9).clock('item.start', 'y')).toEqual(['item.finished', 'item.started']);
  expect(meeting.item('x').clock.accumulatedMs).toBe(240_000);
});

test('C4 starting the first item starts the meeting and closes voting', () => {
  const meeting = openMeeting().at(0);
  expect(meeting.clock('item.start', 'x')).toEqual(['voting.closed', 'meeting.started', 'item.started']);
  expect(meeting.state).toMatchObject({ status: 'live', startedAt: minute(0), running: 'x' });
});

test('C5 a stale rev is refused: two clicks have one outcome', () => {
  const meeting = liveMeeting();
  const click = { kind: 'item.pause' as const, item: 'x', rev: 1 };
  expect(meeting.does('ada', click)).toEqual(['item.paused']);
  expect(meeting.refuses('ada', click)).toBe('out-of-date');
  expect(meeting.refuses('ada', { kind: 'extension.ask', item: 'x', rev: 1, drops: [] })).toBe('out-of-date');
  for (const kind of ['item.pause', 'item.resume', 'item.finish'] as const) {
    expect(meeting.refuses('ada', { kind, item: 'x', rev: 1 })).toBe('out-of-date');
  }
  expect(meeting.refuses('ada', { kind: 'item.start', item: 'y', rev: 1 })).toBe('out-of-date');
});

test('C5 a clock is turned only the way it can turn', () => {
  const meeting = liveMeeting();
  expect(meeting.refuses('ada', { kind: 'item.resume', item: 'x', rev: 1 })).toBe('out-of-date');
  meeting.clock('item.pause', 'x');
  expect(meeting.refuses('ada', { kind: 'item.pause', item: 'x', rev: 2 })).toBe('out-of-date');
  expect(meeting.refuses('ada', { kind: 'item.pause', item: 'y', rev: 0 })).toBe('out-of-date');
  expect(meeting.refuses('ada', { kind: 'extension.ask', item: 'y', rev: 0, drops: [] })).toBe(
    'limit-reached',
  );
});

test('C5 two clicks on next move on by one item; behind the last one nothing runs', () => {
  const meeting = liveMeeting();
  expect(meeting.does('ada', { kind: 'item.next', running: 'x' })).toEqual(['item.finished', 'item.started']);
  expect(meeting.refuses('ada', { kind: 'item.next', running: 'x' })).toBe('out-of-date');
  expect(meeting.state.running).toBe('y');
  meeting.does('ada', { kind: 'item.next', running: 'y' });
  expect(meeting.does('ada', { kind: 'item.next', running: 'z' })).toEqual(['item.finished']);
  expect(meeting.refuses('ada', { kind: 'item.next', running: null })).toBe('out-of-date');
});

test('C4 next on a planned meeting starts it with the topic that voting put first', () => {
  const meeting = openMeeting();
  meeting.does('ben', { kind: 'vote.cast', item: 'z', dots: 2 });
  meeting.at(0).does('ada', { kind: 'item.next', running: null });
  expect(meeting.state.running).toBe('z');
  expect(meeting.agenda[0]).toBe('z');
});
