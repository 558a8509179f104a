import { expect, test } from 'vitest';
import { alarmsOf, dueCommands, nextDue } from '#app/domain/meeting/due.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { liveMeeting, minute, plannedMeeting } from './meeting-builder.ts';

const forgotten = { kind: 'meeting.close-forgotten' as const };

test('D1 D2 an empty room rings half an hour after its planned end, and not before', () => {
  const meeting = liveMeeting().at(40).leave('ada', 'ben', 'cleo');
  expect(nextDue(meeting.state)).toBe(minute(120));
  expect(dueCommands(meeting.state, minute(120) - 1)).toEqual([]);
  expect(dueCommands(meeting.state, minute(120))).toEqual([forgotten]);
});

test('D1 a room in which somebody is rings much later, one that was never planned never', () => {
  expect(alarmsOf(liveMeeting().state)).toContainEqual({ at: minute(90 + 6 * 60), command: forgotten });
  expect([alarmsOf(emptyMeeting), nextDue(emptyMeeting)]).toEqual([[], null]);
});

test('D3 what has been done is not due any more', () => {
  const meeting = plannedMeeting().at(121);
  for (const command of dueCommands(meeting.state, meeting.now)) meeting.house(command);
  expect(meeting.state.status).toBe('skipped');
  expect(nextDue(meeting.state)).toBeNull();
});
