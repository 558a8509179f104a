import type { Kysely } from 'kysely';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { blankMessage } from '#db/room-log.ts';
import {
  type ProjectedMeeting,
  writeActionItems,
  writeAttendance,
  writeMeetingStatus,
} from '#db/room-projection.ts';
import type { DB } from '#db/schema.ts';
import { deleteSearchLine, holdSearchRoom } from '#db/search.ts';

type Kind = LoggedMeetingEvent['kind'];

const statusKinds: ReadonlySet<Kind> = new Set<Kind>([
  'meeting.skipped',
  'meeting.restored',
  'meeting.started',
  'meeting.closed',
  'lead.changed',
]);

const isAction = (kind: Kind) => kind.startsWith('action.');

/** Whether an event asks for more than its own row, and so for a transaction. */
export function hasProjection({ kind }: LoggedMeetingEvent): boolean {
  return statusKinds.has(kind) || isAction(kind) || kind === 'message.retracted';
}

/**
 * Brings the rows that other pages read in line with the state after `events`, in the caller's transaction.
 * Every projection is a function of the state alone, so rebuilding one from the log gives the same rows.
 */
export async function project(
  db: Kysely<DB>,
  meeting: ProjectedMeeting,
  events: readonly LoggedMeetingEvent[],
  state: MeetingState,
): Promise<void> {
  if (events.some(({ kind }) => statusKinds.has(kind))) await writeMeetingStatus(db, meeting, state);
  if (events.some(({ kind }) => isAction(kind))) await writeActionItems(db, meeting, state.actions);
  if (events.some(({ kind }) => kind === 'meeting.closed'))
    await writeAttendance(db, meeting, state.attendance);
  for (const event of events) {
    if (event.kind !== 'message.retracted') continue;
    await blankMessage(db, meeting.meeting, event.message);
    // Nor are they found any more, from this very moment on.
    await holdSearchRoom(db, meeting.meeting);
    await deleteSearchLine(db, meeting.meeting, { kind: 'line', id: event.message });
  }
}

/** Writes every projection of a meeting anew from its state. */
export async function rebuildProjections(
  db: Kysely<DB>,
  meeting: ProjectedMeeting,
  state: MeetingState,
): Promise<void> {
  await writeMeetingStatus(db, meeting, state);
  await writeActionItems(db, meeting, state.actions);
  await writeAttendance(db, meeting, state.status === 'closed' ? state.attendance : {});
}
