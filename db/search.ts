import { type Kysely, sql } from 'kysely';
import { HIT_BEGINS, HIT_ENDS } from '#app/domain/search/hits.ts';
import { plainText } from '#app/domain/search/plain-text.ts';
import type { SearchChange, SearchKind } from '#app/domain/search/search-change.ts';
import type { DB } from './schema.ts';

type Where = { room: string; circle: string; meeting: string | null };

/**
 * Holds a room's place in the search until the transaction ends, and answers up to where its log can be searched. Whoever
 * brings it up and whoever takes words out wait here for one another.
 */
export async function holdSearchRoom(db: Kysely<DB>, room: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into search_room (room_id, version) values (${room}, 0)
    on conflict (room_id) do update set version = search_room.version
    returning version`.execute(db);
  return rows[0]?.version ?? 0;
}

/** Remembers up to where a room can be searched. The caller holds it. */
export async function setSearchedVersion(db: Kysely<DB>, room: string, version: number): Promise<void> {
  await db.updateTable('search_room').set({ version }).where('room_id', '=', room).execute();
}

/** Makes the changes of some events of a room, one for each thing. The caller holds it. */
export async function writeSearchChanges(
  db: Kysely<DB>,
  { room, circle, meeting }: Where,
  changes: readonly SearchChange[],
): Promise<void> {
  const gone = changes.filter(({ what }) => what === 'gone');
  for (const { kind, id } of gone) await deleteSearchLine(db, room, { kind, id });
  const put = changes.filter((change) => change.what === 'put');
  const rows = put.map(({ kind, id, version, at, person, text }) => ({
    ...{ room_id: room, circle_id: circle, meeting_id: meeting, kind, id, version, at: new Date(at) },
    ...{ person_id: person, text, plain: plainText(text) },
  }));
  if (rows.length > 0)
    await db
      .insertInto('search_line')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['room_id', 'kind', 'id']).doUpdateSet((row) => ({
          text: row.ref('excluded.text'),
          plain: row.ref('excluded.plain'),
          person_id: row.ref('excluded.person_id'),
        })),
      )
      .execute();
  for (const change of changes)
    if (change.what === 'change')
      await db
        .updateTable('search_line')
        .set({ text: change.text, plain: plainText(change.text) })
        .$if(change.person !== undefined, (query) => query.set({ person_id: change.person ?? null }))
        .where('room_id', '=', room)
        .where('kind', '=', change.kind)
        .where('id', '=', change.id)
        .execute();
}

/** Takes something out of the search. */
export async function deleteSearchLine(
  db: Kysely<DB>,
  room: string,
  { kind, id }: { kind: SearchKind; id: string },
): Promise<void> {
  await db
    .deleteFrom('search_line')
    .where('room_id', '=', room)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
}

/** Forgets what can be searched of a meeting's notes, so that they are read again. */
export async function clearSearchNote(db: Kysely<DB>, meeting: string): Promise<void> {
  await db.deleteFrom('search_line').where('room_id', '=', meeting).where('kind', '=', 'note').execute();
  await db.deleteFrom('search_note').where('meeting_id', '=', meeting).execute();
}

/** Forgets what can be searched of a room, so that it is read again from the log. The caller holds it. */
export async function clearSearchRoom(db: Kysely<DB>, room: string): Promise<void> {
  await db.deleteFrom('search_line').where('room_id', '=', room).execute();
  await db.deleteFrom('search_note').where('meeting_id', '=', room).execute();
  await setSearchedVersion(db, room, 0);
}

/** Rooms whose log has moved on since they were last brought up, of this person's circles or of all; at most `limit`. */
export async function listRoomsBehind(
  db: Kysely<DB>,
  { person, limit }: { person: string | null; limit: number },
): Promise<Where[]> {
  const { rows } = await sql<Where>`
    select r.id as room, r.circle_id as circle, r.meeting_id as meeting
    from room r left join search_room s on s.room_id = r.id
    where r.version > coalesce(s.version, 0)
      ${
        person === null
          ? sql``
          : sql`and r.circle_id in (
        select circle_id from membership where person_id = ${person} and left_at is null)`
      }
    order by r.id limit ${limit}`.execute(db);
  return rows;
}

/** What is searched for; null and empty mean everything. `offset` and `limit` count hits. */
export type SearchWish = {
  reader: string;
  query: string;
  prefixes: boolean;
  circle: string | null;
  meeting: string | null;
  person: string | null;
  kind: SearchKind | null;
  offset: number;
  limit: number;
};

export type SearchRow = {
  kind: SearchKind;
  id: string;
  circle_id: string;
  circle_name: string;
  meeting_id: string | null;
  meeting_starts_at: Date | null;
  meeting_status: string | null;
  person_id: string | null;
  person_name: string | null;
  at: Date;
  text: string;
  /** The plain text with marks around what was found. */
  marked: string;
};

/**
 * What is found in the circles to which the reader belongs now, the newest first. The words of no language are special
 * ('simple'), because circles write in many. Each circle is asked by itself, and what is asked stands there as a value: so
 * a frequent word is found by walking back in time, a rare one by its index, and neither takes long because others use it.
 */
export async function findSearchLines(db: Kysely<DB>, wish: SearchWish): Promise<SearchRow[]> {
  const typed = sql`websearch_to_tsquery('simple', ${wish.query})`;
  // Between two words there is a space, in none is one.
  const query = wish.prefixes
    ? sql`regexp_replace(${typed}::text, '''([^'' ]{3,})''', '''\\1'':*', 'g')::tsquery`
    : typed;
  const marks = `HighlightAll=true, StartSel=${HIT_BEGINS}, StopSel=${HIT_ENDS}`;
  const { rows } = await sql<SearchRow>`
    with found as (
      select l.* from membership m cross join lateral (
        select * from search_line one
        where one.circle_id = m.circle_id and one.words @@ ${query}
          ${wish.meeting ? sql`and one.meeting_id = ${wish.meeting}` : sql``}
          ${wish.person ? sql`and one.person_id = ${wish.person}` : sql``}
          ${wish.kind ? sql`and one.kind = ${wish.kind}` : sql``}
        order by one.at desc, one.room_id, one.version desc, one.id
        limit ${wish.offset + wish.limit}
      ) l
      where m.person_id = ${wish.reader} and m.left_at is null
        ${wish.circle ? sql`and m.circle_id = ${wish.circle}` : sql``}
      order by l.at desc, l.room_id, l.version desc, l.id
      limit ${wish.limit} offset ${wish.offset}
    )
    select found.kind, found.id, found.circle_id, circle.name as circle_name, found.meeting_id,
      meeting.starts_at as meeting_starts_at, meeting.status as meeting_status,
      found.person_id, person.name as person_name, found.at, found.text,
      ts_headline('simple', found.plain, ${query}, ${marks}) as marked
    from found
    join circle on circle.id = found.circle_id
    left join meeting on meeting.id = found.meeting_id
    left join person on person.id = found.person_id
    order by found.at desc, found.room_id, found.version desc, found.id`.execute(db);
  return rows;
}
