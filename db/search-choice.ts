import { type Kysely, sql } from 'kysely';
import type { DB } from './schema.ts';

/** By what a reader can narrow a search: their circles, and the people and meetings of those (or of one of them). */
export type SearchChoices = {
  circles: { id: string; name: string }[];
  people: { id: string; name: string }[];
  meetings: { id: string; circle: string; startsAt: number }[];
};

/** How many people and meetings are offered; the newest meetings. */
const MOST = 100;

/** The choices of a reader. `circle` narrows people and meetings to one of their circles. */
export async function listSearchChoices(
  db: Kysely<DB>,
  reader: string,
  circle: string | null,
): Promise<SearchChoices> {
  const mine = sql`select circle_id from membership where person_id = ${reader} and left_at is null`;
  const chosen = circle ? sql`${mine} and circle_id = ${circle}` : mine;
  const [circles, people, meetings] = await Promise.all([
    sql<{ id: string; name: string }>`
      select id, name from circle where id in (${mine}) order by name, id`.execute(db),
    sql<{ id: string; name: string }>`
      select id, name from person
      where id in (select person_id from membership where circle_id in (${chosen}))
      order by name, id limit ${MOST}`.execute(db),
    sql<{ id: string; circle: string; starts_at: Date }>`
      select meeting.id, circle.name as circle, meeting.starts_at
      from meeting join circle on circle.id = meeting.circle_id
      where meeting.circle_id in (${chosen})
      order by meeting.starts_at desc, meeting.id limit ${MOST}`.execute(db),
  ]);
  return {
    circles: circles.rows,
    people: people.rows,
    meetings: meetings.rows.map(({ id, circle, starts_at }) => ({
      id,
      circle,
      startsAt: starts_at.getTime(),
    })),
  };
}
