import { expect, test } from 'vitest';
import type { HouseCommand, MemberCommand } from '#app/domain/meeting/commands.ts';
import { isHouseCommand } from '#app/domain/meeting/decide.ts';
import { permissionsOf } from '#app/domain/meeting/may.ts';
import { liveMeeting, minute, openMeeting, plainItem, plannedMeeting, startsAt } from './meeting-builder.ts';

const post: MemberCommand = { kind: 'message.post', message: 'm', text: 'Hello' };
const action: MemberCommand = { kind: 'action.add', action: 'a', text: 'Write', owner: 'ben', due: null };

const needRoom: MemberCommand[] = [
  post,
  action,
  { kind: 'hand.raise' },
  { kind: 'lead.take' },
  { kind: 'meeting.start' },
  { kind: 'item.next', running: null },
  { kind: 'decision.record', decision: 'd', text: 'Yes' },
];

test('M1 the room opens 15 minutes before the start, to the millisecond', () => {
  const meeting = plannedMeeting().at(-15);
  meeting.now -= 1;
  for (const command of needRoom) expect(meeting.refuses('ada', command), command.kind).toBe('too-early');
  expect(permissionsOf(meeting.state, 'ada', meeting.now).talk).toBe(false);
  meeting.now += 1;
  expect(meeting.does('ada', post)).toEqual(['message.posted']);
  expect(permissionsOf(meeting.state, 'ada', meeting.now).talk).toBe(true);
});

test('M1 the agenda and the votes need no open room', () => {
  const meeting = plannedMeeting().propose('x');
  expect(meeting.does('ben', { kind: 'vote.cast', item: 'x', dots: 1 })).toEqual(['vote.cast']);
  expect(meeting.does('ada', { kind: 'voting.close' })).toEqual(['voting.closed']);
});

test('M2 a closed meeting takes nothing more, except ticking action items off and on', () => {
  const meeting = liveMeeting();
  meeting.does('ada', action);
  meeting.at(80).does('ada', { kind: 'meeting.close' });
  const more: MemberCommand[] = [
    { kind: 'item.propose', item: 'n', ...plainItem },
    { kind: 'action.drop', action: 'a' },
    { kind: 'meeting.close' },
  ];
  for (const command of [...needRoom, ...more]) {
    expect(meeting.refuses('ada', command), command.kind).toBe('meeting-closed');
  }
  expect(meeting.does('ben', { kind: 'action.complete', action: 'a' })).toEqual(['action.completed']);
  expect(meeting.does('ben', { kind: 'action.reopen', action: 'a' })).toEqual(['action.reopened']);
});

test('M2 a skipped meeting takes nothing more, but what was promised in its room can be ticked off', () => {
  const meeting = openMeeting();
  meeting.does('ada', action);
  meeting.house({ kind: 'meeting.skip', because: 'decided' });
  for (const command of needRoom) {
    expect(meeting.refuses('ada', command), command.kind).toBe('meeting-closed');
  }
  expect(meeting.does('ben', { kind: 'action.complete', action: 'a' })).toEqual(['action.completed']);
  expect(meeting.does('ben', { kind: 'action.reopen', action: 'a' })).toEqual(['action.reopened']);
});

test('M3 running the meeting is the lead’s alone', () => {
  const meeting = liveMeeting();
  const runs: MemberCommand[] = [
    { kind: 'meeting.start' },
    { kind: 'meeting.close' },
    { kind: 'item.start', item: 'y', rev: 0 },
    { kind: 'item.pause', item: 'x', rev: 1 },
    { kind: 'item.resume', item: 'x', rev: 1 },
    { kind: 'extension.ask', item: 'x', rev: 1, drops: [] },
    { kind: 'phase.start', item: 'x', phase: 1, from: 0 },
    { kind: 'item.finish', item: 'x', rev: 1 },
    { kind: 'item.next', running: 'x' },
    { kind: 'floor.give', person: 'ben' },
  ];
  for (const command of runs) expect(meeting.refuses('ben', command), command.kind).toBe('not-leading');
});

test('M3 whoever brings an item may ask for more time, which nobody can force, and finish it', () => {
  const meeting = openMeeting().propose('w', { bringer: 'cleo' }).at(0);
  meeting.clock('item.start', 'w');
  const rev = 1;
  const ask = { kind: 'extension.ask' as const, item: 'w', rev, drops: [] };
  expect(meeting.refuses('ben', ask)).toBe('not-leading');
  expect(meeting.does('cleo', ask)).toEqual(['extension.opened']);
  expect(meeting.refuses('ben', { kind: 'item.finish', item: 'w', rev })).toBe('not-leading');
  expect(meeting.does('cleo', { kind: 'item.finish', item: 'w', rev })).toEqual([
    'extension.closed',
    'item.finished',
  ]);
});

test('M4 the house’s own commands are refused from anybody else, the lead included', () => {
  const meeting = openMeeting();
  const commands: HouseCommand[] = [
    { kind: 'meeting.plan', startsAt, lengthMinutes: 60 },
    { kind: 'meeting.reschedule', startsAt, lengthMinutes: 60 },
    { kind: 'meeting.skip', because: 'decided' },
    { kind: 'meeting.restore' },
    { kind: 'meeting.close-forgotten' },
    { kind: 'lead.assign', lead: 'ben', line: [] },
    { kind: 'lead.offer', after: 0 },
    { kind: 'lead.lapse', offer: 1 },
    { kind: 'attendance.arrive', person: 'dov' },
    { kind: 'attendance.leave', person: 'ben' },
    { kind: 'item.carry', items: [] },
  ];
  for (const command of commands) {
    expect(isHouseCommand(command)).toBe(true);
    for (const person of ['ada', 'ben', 'eve']) {
      expect(meeting.refuses(person, command), command.kind).toBe('not-allowed');
    }
  }
});

test('M4 the house sends no members’ commands, and a stranger finds nothing here', () => {
  const meeting = liveMeeting();
  for (const command of needRoom) {
    expect(meeting.refuses(null, command)).toBe('not-found');
    expect(meeting.refuses('eve', command)).toBe('not-found');
  }
});

test('M5 clicking twice is no error where nothing would change', () => {
  const meeting = liveMeeting();
  expect(meeting.does('ada', { kind: 'meeting.start' })).toEqual([]);
  meeting.does('ben', { kind: 'hand.raise' });
  expect(meeting.does('ben', { kind: 'hand.raise' })).toEqual([]);
  expect(meeting.does('ada', { kind: 'item.edit', item: 'y', ...plainItem, title: 'y' })).toEqual([]);
});

test('M6 closing finishes the running item and names the topics and hot seats that never started', () => {
  const meeting = openMeeting()
    .propose('seat', { itemKind: 'hot-seat', bringer: 'ben' })
    .propose('gone')
    .propose('round', { itemKind: 'check-in' })
    .at(0);
  meeting.does('ada', { kind: 'item.withdraw', item: 'gone' });
  meeting.clock('item.start', 'x');
  expect(meeting.refuses('ben', { kind: 'meeting.close' })).toBe('not-leading');
  expect(meeting.at(30).does('ada', { kind: 'meeting.close' })).toEqual(['item.finished', 'meeting.closed']);
  expect(meeting.log.at(-1)).toMatchObject({ how: 'by-lead', unfinished: ['y', 'z', 'seat'] });
  expect(meeting.state).toMatchObject({ status: 'closed', closedAt: minute(30), running: null });
  expect(Object.values(meeting.state.attendance).every((one) => one.since === null)).toBe(true);
});

test('M6 a meeting that has not started is not closed', () => {
  expect(openMeeting().refuses('ada', { kind: 'meeting.close' })).toBe('out-of-date');
});
