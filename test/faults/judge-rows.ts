// The rows that other pages read, against what the log makes of them.
import { isDeepStrictEqual } from 'node:util';
import { ledMost } from '#app/domain/meeting/led-most.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { refold } from './refold.ts';
import type { Stored } from './stored.ts';
import type { Verdict } from './verdict.ts';

export function judgeRows(stored: Stored, { find }: Verdict): void {
  // A circle's room has nothing but its log.
  if (stored.kind === 'circle') return;
  const state = refold(stored);
  const expected = { meeting: meetingOf(state), actions: actionsOf(state), attendance: attendanceOf(state) };
  for (const part of ['meeting', 'actions', 'attendance'] as const)
    if (!isDeepStrictEqual(plain(stored[part]), plain(expected[part])))
      find('torn', `the rows of ${part} are not what the log says`);
}

const plain = (thing: unknown) => JSON.parse(JSON.stringify(thing));

function meetingOf(state: MeetingState): Stored['meeting'] {
  const { status, startedAt, closedAt } = state;
  return {
    status,
    led_by: ledMost(state),
    started_at: startedAt,
    closed_at: status === 'closed' ? closedAt : null,
  };
}

function actionsOf({ actions }: MeetingState): Stored['actions'] {
  return actions
    .map(({ id, text, owner, due, doneAt }) => ({ id, text, owner, due, done: doneAt }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function attendanceOf({ status, attendance }: MeetingState): Stored['attendance'] {
  if (status !== 'closed') return [];
  return Object.entries(attendance)
    .map(([person, { arrivedAt, presentMs }]) => ({
      person,
      arrived: arrivedAt,
      seconds: Math.round(presentMs / 1_000),
    }))
    .sort((a, b) => (a.person < b.person ? -1 : 1));
}
