import { type Kysely, sql } from 'kysely';

/**
 * Notes are carried on as they stood at the update that is remembered here. What a meeting that was skipped carried on
 * before it was held after all is none of what was noted there, so such notes count as not carried.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table note_carry add column upto bigint not null default 0`.execute(db);
  await sql`
    update note_carry c set upto = d.newest
    from note_document d, meeting m
    where d.meeting_id = c.from_meeting and m.id = c.from_meeting
      and (m.status = 'skipped' or c.at >= m.started_at)`.execute(db);
  await sql`alter table note_carry alter column upto drop default`.execute(db);
}
