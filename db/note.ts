import { type Kysely, sql } from 'kysely';
import { preparedQuery } from './prepared.ts';
import type { DB } from './schema.ts';

/** A document of notes: which one it is, and the number of its newest update. */
export type NoteHead = { generation: string; newest: number };

/** A stored piece: a snapshot that stands for everything up to `seq`, or one update. */
export type NotePiece = { seq: number; bytes: Uint8Array };

/** One update of one author. */
export type NoteUpdate = { author: string; bytes: Uint8Array };

const notes = preparedQuery('notes', (db, { meeting }: { meeting: string }) =>
  db.selectFrom('note_document').select(['generation', 'newest']).where('meeting_id', '=', meeting),
);

/** Where a meeting's notes stand; null while nobody has opened them. */
export async function findNotes(db: Kysely<DB>, meeting: string): Promise<NoteHead | null> {
  const [row] = await notes(db, { meeting });
  return row ?? null;
}

/**
 * The same, made with this generation when it was not there; null when there is no such meeting. Of two who make it at
 * once, both get the first.
 */
export async function findOrMakeNotes(
  db: Kysely<DB>,
  meeting: string,
  generation: string,
): Promise<NoteHead | null> {
  const known = await findNotes(db, meeting);
  if (known) return known;
  await db
    .insertInto('note_document')
    .columns(['meeting_id', 'generation'])
    .expression((from) =>
      from
        .selectFrom('meeting')
        .select(['meeting.id', sql<string>`${generation}::uuid`.as('generation')])
        .where('meeting.id', '=', meeting),
    )
    .onConflict((conflict) => conflict.column('meeting_id').doNothing())
    .execute();
  return findNotes(db, meeting);
}

/**
 * Everything after a number, in order. One statement and so one moment: while a compaction commits, what is read is
 * whole, from before it or from after it.
 */
export async function readNotePieces(db: Kysely<DB>, meeting: string, after: number): Promise<NotePiece[]> {
  const { rows } = await sql<{ seq: number; bytes: Buffer }>`
    select upto as seq, state as bytes, 0 as part from note_snapshot
    where meeting_id = ${meeting} and upto > ${after}
    union all
    select seq, update as bytes, 1 as part from note_update
    where meeting_id = ${meeting} and seq > ${after}
    order by part, seq`.execute(db);
  return rows.map(({ seq, bytes }) => ({ seq, bytes }));
}

/**
 * Appends updates as `expected + 1 …` in one statement. Answers null, and nothing is written, when somebody else was
 * faster, when the meeting takes no more notes, or when one of the authors is not a member now. `departures`: how often
 * somebody had left the circle before that.
 */
export async function appendNotes(
  db: Kysely<DB>,
  append: { meeting: string; generation: string; expected: number; updates: readonly NoteUpdate[]; at: Date },
): Promise<{ departures: number } | null> {
  const { meeting, generation, expected, updates, at } = append;
  const authors = [...new Set(updates.map(({ author }) => author))];
  const { rows } = await sql<{ departures: number }>`
    with moved as (
      update note_document d set newest = d.newest + ${updates.length}
      from meeting m
      where d.meeting_id = ${meeting} and d.generation = ${generation} and d.newest = ${expected}
        and m.id = d.meeting_id and m.status in ('planned', 'live') and not exists (
          select from unnest(${authors}::uuid[]) as a (person_id) where not exists (
            select from membership s
            where s.circle_id = m.circle_id and s.person_id = a.person_id and s.left_at is null
          )
        )
      returning d.newest
    )
    insert into note_update (meeting_id, seq, update, author_id, at)
    select ${meeting}, ${expected}::bigint + u.place, u.bytes, u.author_id, ${at}
    from unnest(
      ${updates.map(({ bytes }) => Buffer.from(bytes))}::bytea[],
      ${updates.map(({ author }) => author)}::uuid[]
    ) with ordinality as u (bytes, author_id, place), moved
    returning (select r.departures from room r where r.id = note_update.meeting_id)`.execute(db);
  return rows.length === updates.length ? (rows[0] ?? null) : null;
}

/** Who may write notes of a meeting now: nobody once it is closed or called off. */
export async function listNoteWriters(
  db: Kysely<DB>,
  meeting: string,
): Promise<{ open: boolean; members: Set<string> }> {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('membership', 'membership.circle_id', 'meeting.circle_id')
    .select(['meeting.status', 'membership.person_id'])
    .where('meeting.id', '=', meeting)
    .where('membership.left_at', 'is', null)
    .execute();
  const open = rows.some(({ status }) => status === 'planned' || status === 'live');
  return { open, members: new Set(rows.map((row) => row.person_id)) };
}

/** Where the notes of several meetings stand, and how often somebody has left their circles, in one statement. */
export async function listNewestNotes(
  db: Kysely<DB>,
  meetings: readonly string[],
): Promise<{ meeting: string; newest: number; departures: number }[]> {
  return db
    .selectFrom('note_document')
    .innerJoin('room', 'room.id', 'note_document.meeting_id')
    .select(['note_document.meeting_id as meeting', 'note_document.newest', 'room.departures'])
    .where('note_document.meeting_id', 'in', meetings)
    .execute();
}

/** Holds a document until the transaction ends: nobody appends meanwhile. */
export async function holdNotes(db: Kysely<DB>, meeting: string): Promise<NoteHead | null> {
  const row = await db
    .selectFrom('note_document')
    .select(['generation', 'newest'])
    .where('meeting_id', '=', meeting)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Puts a state in the place of all updates up to a number. The caller holds the document. */
export async function replaceNotes(
  db: Kysely<DB>,
  { meeting, upto, state, at }: { meeting: string; upto: number; state: Uint8Array; at: Date },
): Promise<void> {
  const snapshot = { upto, state: Buffer.from(state), at };
  await db
    .insertInto('note_snapshot')
    .values({ meeting_id: meeting, ...snapshot })
    .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet(snapshot))
    .execute();
  await db.deleteFrom('note_update').where('meeting_id', '=', meeting).where('seq', '<=', upto).execute();
}

/**
 * Remembers that a meeting's notes were carried on as they stood at an update. Of two who carry the same, both get the
 * first; what was noted since a former time counts anew.
 */
export async function keepNoteCarry(
  db: Kysely<DB>,
  { from, to, upto, by, at }: { from: string; to: string; upto: number; by: string; at: Date },
): Promise<void> {
  const carried = { to_meeting: to, upto, by_person: by, at };
  await db
    .insertInto('note_carry')
    .values({ from_meeting: from, ...carried })
    .onConflict((conflict) =>
      conflict.column('from_meeting').doUpdateSet(carried).where('note_carry.upto', '<', upto),
    )
    .execute();
}

/** The meeting that a meeting's notes were carried to as they are now, or null. */
export async function findNoteCarry(db: Kysely<DB>, from: string): Promise<string | null> {
  const row = await db
    .selectFrom('note_carry')
    .innerJoin('note_document', 'note_document.meeting_id', 'note_carry.from_meeting')
    .select('to_meeting')
    .where('from_meeting', '=', from)
    .whereRef('upto', '=', 'newest')
    .executeTakeFirst();
  return row?.to_meeting ?? null;
}
