import type { Kysely } from 'kysely';
import { ledMost } from '#app/domain/meeting/led-most.ts';
import type { ActionItem, MeetingState } from '#app/domain/meeting/state.ts';
import type { DB } from './schema.ts';

/** The meeting a projection belongs to. */
export type ProjectedMeeting = { meeting: string; circle: string };

const instant = (ms: number | null) => (ms === null ? null : new Date(ms));

/** The meeting's row as its log has it: status, who leads or led it, when it began and ended. */
export async function writeMeetingStatus(
  db: Kysely<DB>,
  { meeting }: ProjectedMeeting,
  state: MeetingState,
): Promise<void> {
  await db
    .updateTable('meeting')
    .set({
      status: state.status,
      led_by: ledMost(state),
      started_at: instant(state.startedAt),
      closed_at: state.status === 'closed' ? instant(state.closedAt) : null,
    })
    .where('id', '=', meeting)
    .execute();
}

/** The meeting's action items, all of them. */
export async function writeActionItems(
  db: Kysely<DB>,
  { meeting, circle }: ProjectedMeeting,
  actions: readonly ActionItem[],
): Promise<void> {
  await db.deleteFrom('action_item').where('meeting_id', '=', meeting).execute();
  if (actions.length === 0) return;
  const rows = actions.map((action) => ({
    id: action.id,
    circle_id: circle,
    meeting_id: meeting,
    text: action.text,
    owner_id: action.owner,
    due_on: action.due,
    added_at: new Date(action.at),
    done_at: instant(action.doneAt),
  }));
  await db.insertInto('action_item').values(rows).execute();
}

/** Who came and for how long, once the meeting is over. */
export async function writeAttendance(
  db: Kysely<DB>,
  { meeting }: ProjectedMeeting,
  attendance: MeetingState['attendance'],
): Promise<void> {
  await db.deleteFrom('attendance').where('meeting_id', '=', meeting).execute();
  const rows = Object.entries(attendance).map(([person, one]) => ({
    meeting_id: meeting,
    person_id: person,
    arrived_at: new Date(one.arrivedAt),
    present_seconds: Math.round(one.presentMs / 1000),
  }));
  if (rows.length > 0) await db.insertInto('attendance').values(rows).execute();
}
