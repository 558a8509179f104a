import type { Kysely } from 'kysely';
import type { RotaFacts, RotaMeeting } from '#app/domain/rota/facts.ts';
import { listMeetings, type MeetingRow } from '#db/meeting.ts';
import {
  type Announcement,
  listAbsences,
  listAnnouncements,
  listAttendants,
  listSeats,
  type Seat,
} from '#db/rota.ts';
import type { DB } from '#db/schema.ts';
import { confirmNext } from './confirm-next.ts';
import { heldAt, memberOn, seatOf, seatOfLeader, seatsMissed } from './seats.ts';

/**
 * The rota's facts with the rows they come from. A member of the facts is a seat, because somebody who left and came
 * back begins anew. Meetings stand in the order of the facts, over all seasons of the circle, so that what is due to
 * somebody goes with them into the next season.
 */
export type Rota = { facts: RotaFacts; meetings: MeetingRow[]; seats: Seat[] };

type Rows = {
  seats: Seat[];
  absences: Awaited<ReturnType<typeof listAbsences>>;
  told: Announcement[];
  attendants: Awaited<ReturnType<typeof listAttendants>>;
};

/** An absence said later than this before the start does not release from the turn it leaves; in milliseconds. */
export const noticeWindow = 48 * 3_600_000;

/**
 * Reads the facts of a circle's rota. `asOpen` is a meeting that has just been closed or skipped and is taken as
 * still ahead, for the caller wants to plan what happened to it.
 */
export async function rotaOf(
  db: Kysely<DB>,
  circle: { id: string; rota_seed: number },
  asOpen: string | null = null,
): Promise<Rota> {
  const meetings = await listMeetings(db, circle.id);
  const rows = {
    seats: await listSeats(db, circle.id),
    absences: await listAbsences(db, circle.id),
    told: await listAnnouncements(db, circle.id),
    attendants: await listAttendants(db, circle.id),
  };

  const isOpen = (row: MeetingRow) => isAhead(row) || row.id === asOpen;
  const facts: RotaFacts = {
    role: 'facilitator',
    seed: circle.rota_seed,
    members: rows.seats.map((seat) => memberOn(seat, meetings)),
    meetings: meetings.map((row, index) =>
      isOpen(row) ? openMeeting(row, index + 1, rows) : pastMeeting(row, index + 1, rows),
    ),
  };
  return { facts: confirmNext(facts), meetings, seats: rows.seats };
}

function isAhead({ status }: MeetingRow): boolean {
  return status === 'planned' || status === 'live';
}

function openMeeting(row: MeetingRow, number: number, rows: Rows): RotaMeeting {
  const away = rows.absences.filter((each) => each.meeting_id === row.id).map((each) => each.person_id);
  return {
    number,
    id: row.id,
    state: 'planned',
    absent: onSeats(rows.seats, away, null),
    missed: [],
    heldBy: null,
    ...announcedFor(row, rows),
  };
}

function pastMeeting(row: MeetingRow, number: number, rows: Rows): RotaMeeting {
  const inTime = row.starts_at.getTime() - noticeWindow;
  const absent = rows.absences
    .filter((each) => each.meeting_id === row.id && each.declared_at.getTime() <= inTime)
    .map((each) => each.person_id);
  const came = rows.attendants.filter((each) => each.meeting_id === row.id).map((each) => each.person_id);
  return {
    number,
    id: row.id,
    state: row.status === 'closed' ? 'held' : 'cancelled',
    absent: onSeats(rows.seats, absent, heldAt(row)),
    missed: seatsMissed(rows.seats, row, { came, absent }),
    heldBy: seatOfLeader(rows.seats, row),
    ...announcedFor(row, rows),
  };
}

function announcedFor(row: MeetingRow, { told, seats }: Rows): Pick<RotaMeeting, 'announced' | 'instead'> {
  const found = told.find((each) => each.meeting_id === row.id);
  if (!found) return { announced: null, instead: null };

  const seat = (person: string | null) => (person ? seatOf(seats, person, heldAt(row))?.id : undefined);
  const announced = seat(found.person_id) ?? null;
  const of = seat(found.instead_of);
  const absent = seat(found.instead_absent);
  const instead =
    of && absent && found.instead_meeting ? { of, absent, meeting: found.instead_meeting } : null;
  return { announced, instead };
}

function onSeats(seats: readonly Seat[], people: readonly string[], at: Date | null): string[] {
  return people.flatMap((person) => seatOf(seats, person, at)?.id ?? []);
}
