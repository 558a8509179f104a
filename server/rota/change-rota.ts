import type { Kysely } from 'kysely';
import { announcePlan, type ChangeReason, type RotaUpdate } from '#app/domain/rota/change.ts';
import { isOpen, type RotaFacts, type RotaMeeting } from '#app/domain/rota/facts.ts';
import { announce, unannounce } from '#db/rota.ts';
import type { DB } from '#db/schema.ts';
import { confirmNext } from './confirm-next.ts';
import { type Rota, rotaOf } from './rota-of.ts';

/** A change of what was announced, by people: `from` and `to` are persons. */
export type RotaShift = { meetingId: string; from: string | null; to: string | null; reason: ChangeReason };

/** What a change of the facts comes to: the facts afterwards, and what changes for whom. */
export type Replanned = { rota: Rota; facts: RotaFacts; shifts: RotaShift[] };

/** How often what follows from a change is followed up; what is confirmed changes with what is announced. */
const mostRounds = 5;

/** The change, and then the announcement of every date that is still open, until nothing moves; nothing is stored. */
export function replan(rota: Rota, change: (facts: RotaFacts) => RotaUpdate): Replanned {
  let update = change(rota.facts);
  const causes = [...update.changes];
  for (let round = 0; round < mostRounds; round++) {
    update = announcePlan(confirmNext(update.facts));
    causes.push(...update.changes);
    if (update.changes.length === 0) break;
  }

  const before = new Map(rota.facts.meetings.map((each) => [each.id, each.announced]));
  const shifts = update.facts.meetings.flatMap((meeting): RotaShift[] => {
    const from = before.get(meeting.id) ?? null;
    if (!isOpen(meeting) || meeting.announced === from) return [];
    const cause = causes.find((each) => each.meeting === meeting.number);
    const reason = cause?.reason ?? { code: 'announced' };
    const [old, fresh] = [personOn(rota, from), personOn(rota, meeting.announced)];
    return [{ meetingId: meeting.id, from: old, to: fresh, reason }];
  });
  return { rota, facts: update.facts, shifts };
}

/**
 * Plans a circle's rota anew and stores what changed, in the caller's transaction, which holds the circle's row.
 * Without a `change` the facts are taken as they are: somebody joined or left, a meeting was added or moved.
 */
export async function changeRota(
  db: Kysely<DB>,
  circle: { id: string; rota_seed: number },
  at: Date,
  change: (facts: RotaFacts) => RotaUpdate = announcePlan,
  asOpen: string | null = null,
): Promise<Replanned> {
  const replanned = replan(await rotaOf(db, circle, asOpen), change);

  await storeRota(db, replanned, at);
  return replanned;
}

/** Stores what has to be announced anew, in the caller's transaction, which holds the circle's row. */
export async function storeRota(db: Kysely<DB>, { rota, facts }: Replanned, at: Date): Promise<void> {
  for (const [index, meeting] of facts.meetings.entries()) {
    const before = rota.facts.meetings[index];
    if (!before || !isOpen(meeting) || isSame(before, meeting)) continue;
    await store(db, rota, meeting, at);
  }
}

/** The person on a seat of the rota. Throws RangeError for a seat the circle does not have: a fault of the caller. */
export function personOn(rota: Pick<Rota, 'seats'>, seatId: string | null): string | null {
  if (seatId === null) return null;
  const seat = rota.seats.find((each) => each.id === seatId);
  if (!seat) throw new RangeError('The rota names a seat that the circle does not have.');
  return seat.person_id;
}

function isSame(a: RotaMeeting, b: RotaMeeting): boolean {
  return a.announced === b.announced && JSON.stringify(a.instead) === JSON.stringify(b.instead);
}

async function store(db: Kysely<DB>, rota: Rota, meeting: RotaMeeting, at: Date): Promise<void> {
  const { id, announced, instead } = meeting;
  const person = personOn(rota, announced);
  if (person === null) return unannounce(db, id);

  const told = {
    meeting_id: id,
    person_id: person,
    instead_of: personOn(rota, instead?.of ?? null),
    instead_absent: personOn(rota, instead?.absent ?? null),
    instead_meeting: instead?.meeting ?? null,
  };
  await announce(db, told, at);
}
