import { type Kysely, sql } from 'kysely';
import { notePieceId } from '#app/domain/search/note-pieces.ts';
import { plainText } from '#app/domain/search/plain-text.ts';
import type { NoteHead } from './note.ts';
import type { DB } from './schema.ts';
import { clearSearchNote } from './search.ts';

/** Meetings whose notes are not searched as they are now, of this person's circles or of all; at most `limit`. */
export async function listNotesBehind(
  db: Kysely<DB>,
  { person, limit }: { person: string | null; limit: number },
): Promise<string[]> {
  const mine = sql`and r.circle_id in (
    select circle_id from membership where person_id = ${person} and left_at is null)`;
  const { rows } = await sql<{ id: string }>`
    select r.id from note_document d
    join room r on r.id = d.meeting_id
    left join search_note s on s.meeting_id = d.meeting_id
    where d.newest > 0 and (s.newest, s.generation) is distinct from (d.newest, d.generation)
      ${person === null ? sql`` : mine}
    order by r.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Puts these words in the place of what was known of a meeting's notes. The caller holds the document. */
export async function writeSearchNote(
  db: Kysely<DB>,
  { meeting, head, pieces }: { meeting: string; head: NoteHead; pieces: readonly string[] },
): Promise<void> {
  await clearSearchNote(db, meeting);
  await sql`
    insert into search_line (room_id, kind, id, circle_id, meeting_id, version, at, text, plain)
    select r.id, 'note', p.id, r.circle_id, r.meeting_id, p.place, coalesce(
      (select max(at) from note_update where meeting_id = r.id), (select at from note_snapshot where meeting_id = r.id)
    ), p.text, p.plain
    from room r, unnest(
      ${pieces.map((_, place) => notePieceId(meeting, place))}::uuid[], ${[...pieces]}::text[],
      ${pieces.map(plainText)}::text[]
    ) with ordinality as p (id, text, plain, place)
    where r.id = ${meeting}`.execute(db);
  await sql`
    insert into search_note (meeting_id, generation, newest) values (${meeting}, ${head.generation}, ${head.newest})`.execute(
    db,
  );
}

/** Forgets what is searched of notes unless it is what they are now: for whoever takes older words out of them. */
export async function clearOlderSearchNote(
  db: Kysely<DB>,
  meeting: string,
  { newest }: NoteHead,
): Promise<void> {
  const known = await db
    .selectFrom('search_note')
    .select('newest')
    .where('meeting_id', '=', meeting)
    .executeTakeFirst();
  if (known && known.newest !== newest) await clearSearchNote(db, meeting);
}
