// Circles with a season planned the way members plan one: through the use cases.
import { randomUUID } from 'node:crypto';
import { LEAD_GRACE } from '#app/domain/meeting/baton.ts';
import { dueCommands } from '#app/domain/meeting/due.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { lockCircle } from '#db/circle.ts';
import { listMeetings, type MeetingRow } from '#db/meeting.ts';
import { insertMembership, listMemberIds } from '#db/membership.ts';
import { foundCircle } from '#server/circles/found-circle.ts';
import type { House } from '#server/house.ts';
import { afterMeetingClosed } from '#server/rota/after-meeting-closed.ts';
import { planSeason } from '#server/seasons/plan-season.ts';
import { localTimeAt } from '#server/seasons/resolve-instant.ts';
import type { TestClock } from './clock.ts';
import { ask } from './meeting-room.ts';

const names = ['Ana', 'Ben', 'Chi', 'Dev', 'Eva', 'Fay', 'Gil', 'Hana', 'Ivo', 'Jun'];

export type Circle = { id: string; members: string[]; timeZone: string };

/** A circle of so many people, in the order in which they joined. */
export async function aCircleOf(
  house: House,
  count: number,
  { timeZone = 'UTC' }: { timeZone?: string } = {},
): Promise<Circle> {
  const id = randomUUID();
  const [founder, ...others] = await Promise.all(
    Array.from({ length: count }, (_, index) => aPerson(house, names[index] ?? `Person ${index + 1}`)),
  );
  if (!founder) throw new RangeError('A circle has at least one member.');
  const circle = { id, name: 'Circle', purpose: '', sizeLimit: 10, timeZone, groupId: null };
  must(await foundCircle(house, founder, circle));
  for (const personId of others) await join(house, id, personId);
  return { id, members: [founder, ...others], timeZone };
}

/** A person without an account's details. */
export async function aPerson(house: House, name: string, timeZone = 'UTC'): Promise<string> {
  const id = randomUUID();
  await house.db.insertInto('person').values({ id, name, time_zone: timeZone }).execute();
  return id;
}

/** Seats a person in a circle, as of now, without telling the rota. */
export async function join(house: House, circleId: string, personId: string): Promise<void> {
  const at = new Date(house.now());
  await house.db.transaction().execute(async (tx) => {
    await lockCircle(tx, circleId);
    await insertMembership(tx, { id: randomUUID(), circleId, personId, at });
  });
}

type SeasonOptions = {
  meetings?: number;
  /** From now until the first meeting. */
  firstInMs?: number;
  everyWeeks?: number;
  lengthMinutes?: number;
};

/** Plans a season on the clocks of the circle's zone; the first current member plans. */
export async function aSeason(
  house: House,
  circle: { id: string; timeZone: string },
  { meetings = 6, firstInMs = 3 * 86_400_000, everyWeeks = 1, lengthMinutes = 60 }: SeasonOptions = {},
): Promise<{ seasonId: string; meetings: MeetingRow[] }> {
  const [planner] = await listMemberIds(house.db, circle.id);
  if (!planner) throw new RangeError('A circle without members has no season.');
  const first = localTimeAt(house.now() + firstInMs, circle.timeZone);
  const id = randomUUID();
  const planned = await planSeason(house, planner, {
    id,
    circleId: circle.id,
    firstDate: first.localDate,
    localTime: first.localTime,
    timeZone: circle.timeZone,
    lengthMinutes,
    everyWeeks,
    count: meetings,
  });
  must(planned);
  const rows = await listMeetings(house.db, circle.id);
  return { seasonId: id, meetings: rows.filter((each) => each.season_id === id) };
}

/** The answer, if it is no refusal; throws with its sentence otherwise. */
export function must<Answer>(answer: Answer): Exclude<Answer, { refused: unknown }> {
  if (isRefusal(answer)) throw new Error(`${answer.refused}: ${answer.message}`);
  return answer as Exclude<Answer, { refused: unknown }>;
}

/** Waits until the lead is given up for lost, and has everybody decline it who is asked before this one. */
async function stepIn(house: House, clock: TestClock, room: string, leader: string): Promise<void> {
  clock.advance(LEAD_GRACE);
  for (;;) {
    const state = await house.rooms.state(room);
    if (!state || state.lead.holder === leader) return;
    const [due] = dueCommands(state, house.now());
    const { offer } = state.baton;
    if (offer) {
      const kind = offer.to === leader ? ('lead.accept' as const) : ('lead.decline' as const);
      must(await ask(house, room, offer.to, { kind, offer: offer.number }));
    } else if (due) must(await ask(house, room, null, due));
    else must(await ask(house, room, leader, { kind: 'lead.take' }));
  }
}

/**
 * Holds a meeting at its time: these people come, the first of them leads it (steps in, if somebody else was to), and
 * it is closed at its end. The clock of the house moves there and on.
 */
export async function holdMeetingWith(
  house: House,
  clock: TestClock,
  meeting: MeetingRow,
  came: readonly string[],
): Promise<void> {
  const [leader] = came;
  if (!leader) throw new RangeError('A meeting is held by somebody.');
  clock.advance(meeting.starts_at.getTime() - house.now());
  for (const person of came) must(await ask(house, meeting.id, null, { kind: 'attendance.arrive', person }));
  const state = await house.rooms.state(meeting.id);
  if (state?.lead.holder !== leader) await stepIn(house, clock, meeting.id, leader);
  must(await ask(house, meeting.id, leader, { kind: 'meeting.start' }));
  clock.advance(meeting.length_minutes * 60_000);
  must(await ask(house, meeting.id, leader, { kind: 'meeting.close' }));
  await afterMeetingClosed(house, meeting.id);
}
