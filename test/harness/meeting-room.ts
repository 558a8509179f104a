// A meeting with its room, straight from rows: for tests of the log that need no pages.
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { MeetingCommand, MemberCommand } from '#app/domain/meeting/commands.ts';
import type { DB } from '#db/schema.ts';
import type { House } from '#server/house.ts';

export type MeetingRoom = { circle: string; meeting: string; members: string[]; startsAt: number };

/** A circle of `count` people and one meeting of an hour that starts at `startsAt` (ms), planned in its log. */
export async function aMeetingRoom(
  house: House,
  count: number,
  startsAt = house.now(),
): Promise<MeetingRoom> {
  const { db } = house;
  const members = await Promise.all(Array.from({ length: count }, (_, index) => aMember(db, index)));
  // By the house's clock, which need not be the database's.
  const joined_at = new Date(Math.min(house.now(), startsAt));
  const [circle, season, meeting] = [randomUUID(), randomUUID(), randomUUID()] as const;
  await db
    .insertInto('circle')
    .values({ id: circle, name: 'Circle', size_limit: 10, time_zone: 'UTC', rota_seed: 1 })
    .execute();
  for (const [index, person] of members.entries()) {
    await db
      .insertInto('membership')
      .values({ id: randomUUID(), circle_id: circle, person_id: person, seat: index + 1, joined_at })
      .execute();
  }
  const length = { length_minutes: 60, local_time: '18:00', time_zone: 'UTC' };
  await db
    .insertInto('season')
    .values({ id: season, circle_id: circle, number: 1, every_weeks: 2, ...length })
    .execute();
  const when = { local_date: '2026-11-26', starts_at: new Date(startsAt), ...length };
  await db
    .insertInto('meeting')
    .values({ id: meeting, circle_id: circle, season_id: season, ...when })
    .execute();
  await db.insertInto('room').values({ id: meeting, circle_id: circle, meeting_id: meeting }).execute();
  await ask(house, meeting, null, { kind: 'meeting.plan', startsAt, lengthMinutes: 60 });
  const [lead = null, ...line] = members;
  await ask(house, meeting, null, { kind: 'lead.assign', lead, line });
  return { circle, meeting, members, startsAt };
}

/** Sends a command with a fresh id. */
export function ask(
  house: House,
  room: string,
  actor: string | null,
  command: MeetingCommand,
  id = randomUUID(),
) {
  return house.rooms.execute({ room, actor, id, command });
}

/** Something to say, each time anew. */
export function post(text = 'words'): MemberCommand {
  return { kind: 'message.post', message: randomUUID(), text };
}

/** The row of a person, and nothing else. */
export async function aMember(db: Kysely<DB>, index: number): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('person')
    .values({ id, name: `Person ${index + 1}`, time_zone: 'UTC' })
    .execute();
  return id;
}
