import type { MeetingState } from '#app/domain/meeting/state.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { findCircle } from '#db/circle.ts';
import { findCircleOfMeeting, type MeetingRow, setMeetingTime } from '#db/meeting.ts';
import { listMemberIds } from '#db/membership.ts';
import type { House } from '../house.ts';
import { derivedId } from '../rooms/command-id.ts';
import { personOn } from '../rota/change-rota.ts';
import { type Rota, rotaOf } from '../rota/rota-of.ts';
import { localTimeAt } from '../seasons/resolve-instant.ts';
import { freshState } from './fresh-state.ts';
import { nextCommand, type PlannedMeeting } from './next-command.ts';

/** How often rows and logs are compared before somebody has to look; each round ends in agreement or a change. */
const mostRounds = 10;

/**
 * Brings the logs of a circle's meetings in line with their rows, whatever a crash or a race left undone. The rows
 * are read before the logs, and both again after every change: whoever comes last has seen the last of both. Safe to
 * repeat at any time.
 */
export async function settleCircle(house: House, circleId: string): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const circle = await findCircle(house.db, circleId);
    if (!circle) return;
    const rota = await rotaOf(house.db, circle);
    const plans = planLeads(rota);
    const members = new Set(await listMemberIds(house.db, circleId));
    const told = await Promise.all(plans.map(({ row, planned }) => settleOne(house, row, planned, members)));
    if (!told.includes(true)) return;
  }
  house.log.error({ circle: circleId }, 'the meetings of a circle do not settle');
}

/** The same for the circle of one meeting. */
export async function settleMeeting(house: House, meetingId: string): Promise<void> {
  const circleId = await findCircleOfMeeting(house.db, meetingId);
  if (circleId) await settleCircle(house, circleId);
}

/** What each meeting that is not over should have been told. */
function planLeads(rota: Rota): { row: MeetingRow; planned: PlannedMeeting }[] {
  const { meetings } = planRota(rota.facts);

  return rota.meetings.flatMap((row, index) => {
    if (row.status !== 'planned' && row.status !== 'live') return [];
    const lead = personOn(rota, rota.facts.meetings[index]?.announced ?? null);
    const holder = meetings[index]?.holder ?? null;
    const line = [...(meetings[index]?.line ?? []), ...(holder ? [holder] : [])]
      .map((seat) => personOn(rota, seat))
      .filter((person): person is string => person !== null && person !== lead);
    const planned = {
      startsAt: row.starts_at.getTime(),
      lengthMinutes: row.length_minutes,
      lead,
      line,
    };
    return [{ row, planned }];
  });
}

/** Tells one log what is missing in it. Answers whether there was anything to tell. */
async function settleOne(
  house: House,
  row: MeetingRow,
  planned: PlannedMeeting,
  members: ReadonlySet<string>,
): Promise<boolean> {
  const state = await freshState(house, row.id);
  if (!state) return false;
  if (state.status === 'live' && (await followLog(house, row, state))) return true;
  const supposed = nextCommand(planned, state, members);
  // Somebody may have joined and taken a role since the members were read: the log is the older of the two now.
  const command =
    supposed?.kind === 'roles.free'
      ? nextCommand(planned, state, new Set(await listMemberIds(house.db, row.circle_id)))
      : supposed;
  if (!command) return false;

  const id = derivedId(row.id, state.version, JSON.stringify(command));
  const done = await house.rooms.execute({ room: row.id, actor: null, id, command });
  if (isRefusal(done)) house.log.warn({ room: row.id, refused: done.refused }, 'a meeting was not told');
  return true;
}

/** A meeting that had begun before it could be moved takes place when its log says. */
async function followLog(
  house: House,
  row: MeetingRow,
  { startsAt, lengthMinutes }: MeetingState,
): Promise<boolean> {
  if (row.starts_at.getTime() === startsAt && row.length_minutes === lengthMinutes) return false;

  const time = { ...localTimeAt(startsAt, row.time_zone), timeZone: row.time_zone, startsAt, lengthMinutes };
  return setMeetingTime(house.db, row.id, time, 'live');
}
