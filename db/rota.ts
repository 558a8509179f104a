import type { Kysely, Selectable } from 'kysely';
import type { DB, RotaAbsence, RotaAnnouncement } from './schema.ts';

/** A seat of a circle, taken now or in the past: who sat there, from when to when. */
export type Seat = {
  id: string;
  person_id: string;
  name: string;
  seat: number;
  joined_at: Date;
  left_at: Date | null;
};

/** Every seat a circle ever had, in joining order. Somebody who came back has two. */
export async function listSeats(db: Kysely<DB>, circleId: string): Promise<Seat[]> {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id', 'membership.person_id', 'person.name', 'membership.seat'])
    .select(['membership.joined_at', 'membership.left_at'])
    .where('membership.circle_id', '=', circleId)
    .orderBy('membership.seat')
    .execute();
}

/** Who said that they will be away, for all meetings of a circle. */
export async function listAbsences(db: Kysely<DB>, circleId: string): Promise<Selectable<RotaAbsence>[]> {
  return db
    .selectFrom('rota_absence')
    .innerJoin('meeting', 'meeting.id', 'rota_absence.meeting_id')
    .selectAll('rota_absence')
    .where('meeting.circle_id', '=', circleId)
    .execute();
}

/** Notes an absence; one that is noted already stays as it is. */
export async function insertAbsence(
  db: Kysely<DB>,
  absence: { meetingId: string; personId: string; at: Date },
): Promise<void> {
  const { meetingId, personId, at } = absence;
  await db
    .insertInto('rota_absence')
    .values({ meeting_id: meetingId, person_id: personId, declared_at: at })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'person_id']).doNothing())
    .execute();
}

/** Takes an absence back. */
export async function deleteAbsence(
  db: Kysely<DB>,
  { meetingId, personId }: { meetingId: string; personId: string },
): Promise<void> {
  await db
    .deleteFrom('rota_absence')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .execute();
}

export type Announcement = Omit<Selectable<RotaAnnouncement>, 'role' | 'announced_at'>;

/** What the members of a circle have been told: who facilitates which meeting, and why it was changed. */
export async function listAnnouncements(db: Kysely<DB>, circleId: string): Promise<Announcement[]> {
  return db
    .selectFrom('rota_announcement as told')
    .innerJoin('meeting', 'meeting.id', 'told.meeting_id')
    .select(['told.meeting_id', 'told.person_id'])
    .select(['told.instead_of', 'told.instead_absent', 'told.instead_meeting'])
    .where('meeting.circle_id', '=', circleId)
    .where('told.role', '=', 'facilitator')
    .execute();
}

/** Announces who facilitates a meeting, in place of what was announced before. */
export async function announce(db: Kysely<DB>, announcement: Announcement, at: Date): Promise<void> {
  const { meeting_id, ...told } = announcement;
  const row = { ...told, announced_at: at };
  await db
    .insertInto('rota_announcement')
    .values({ meeting_id, role: 'facilitator', ...row })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'role']).doUpdateSet(row))
    .execute();
}

/** Takes an announcement back: nobody can facilitate that meeting. */
export async function unannounce(db: Kysely<DB>, meetingId: string): Promise<void> {
  await db
    .deleteFrom('rota_announcement')
    .where('meeting_id', '=', meetingId)
    .where('role', '=', 'facilitator')
    .execute();
}

/** Who came to the closed meetings of a circle. */
export async function listAttendants(
  db: Kysely<DB>,
  circleId: string,
): Promise<{ meeting_id: string; person_id: string }[]> {
  return db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meeting_id')
    .select(['attendance.meeting_id', 'attendance.person_id'])
    .where('meeting.circle_id', '=', circleId)
    .execute();
}
