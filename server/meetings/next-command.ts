import type { HouseCommand } from '#app/domain/meeting/commands.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';

/** What the rows say about a meeting: when it is, who is to lead it, and who would take over, in order. */
export type PlannedMeeting = {
  startsAt: number;
  lengthMinutes: number;
  lead: string | null;
  line: readonly string[];
};

/**
 * The next thing the log of a meeting has to be told so that it agrees with the rows, or null when it does. Once a
 * meeting has begun the log has the last word, and once somebody in the room has changed the lead, that counts.
 */
export function nextCommand(planned: PlannedMeeting, state: MeetingState): HouseCommand | null {
  const { startsAt, lengthMinutes, lead, line } = planned;
  if (state.version === 0) return { kind: 'meeting.plan', startsAt, lengthMinutes };
  if (state.status !== 'planned') return null;
  if (state.startsAt !== startsAt || state.lengthMinutes !== lengthMinutes)
    return { kind: 'meeting.reschedule', startsAt, lengthMinutes };

  const known = state.lead;
  const isTold = known.planned === lead && known.line.join() === line.join();
  return isTold || state.leadHistory.length > 0 ? null : { kind: 'lead.assign', lead, line: [...line] };
}
