import type { HouseCommand } from '#app/domain/meeting/commands.ts';
import { heldBy } from '#app/domain/meeting/roles.ts';
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
 * meeting has begun the log has the last word, and once somebody in the room has changed the lead, that counts. Whoever has
 * left the circle has no part in it any more, also where it has begun.
 */
export function nextCommand(
  planned: PlannedMeeting,
  state: MeetingState,
  members: ReadonlySet<string>,
): HouseCommand | null {
  const { startsAt, lengthMinutes, lead, line } = planned;
  if (state.version === 0) return { kind: 'meeting.plan', startsAt, lengthMinutes };
  const left = whoLeft(state, members);
  if (left.length > 0) return { kind: 'roles.free', people: left };
  if (state.status !== 'planned') return null;
  if (state.startsAt !== startsAt || state.lengthMinutes !== lengthMinutes)
    return { kind: 'meeting.reschedule', startsAt, lengthMinutes };

  const known = state.lead;
  const isTold = known.planned === lead && known.line.join() === line.join();
  return isTold || state.leadHistory.length > 0 ? null : { kind: 'lead.assign', lead, line: [...line] };
}

/** Q6: who has something in this meeting that only a member has. */
function whoLeft(state: MeetingState, members: ReadonlySet<string>): string[] {
  if (state.status !== 'planned' && state.status !== 'live') return [];
  const { roles, seats } = heldBy(state, (person) => !members.has(person));
  const people = [...roles.map((role) => state.roles[role]), ...seats.map(({ bringer }) => bringer)];
  return [...new Set(people)].filter((person) => person != null);
}
