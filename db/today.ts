import { type Kysely, sql } from 'kysely';
import type { ActionItemOfMine } from '#app/domain/today/today.ts';
import { openItemsOf } from './action-item.ts';
import { inMs, list } from './json-rows.ts';
import { meetingsAhead } from './meetings-ahead.ts';
import { preparedQuery } from './prepared.ts';
import type { DB } from './schema.ts';

/** A circle of the reader, its next meeting and what its other members ask. Instants in ms. */
export type CircleToday = {
  id: string;
  name: string;
  timeZone: string;
  next: {
    id: string;
    startsAt: number;
    lengthMinutes: number;
    isLive: boolean;
    leader: string | null;
    leaderName: string | null;
    /** where the meeting's log stands */
    version: number;
  } | null;
  asks: { asker: string; name: string; topic: string; least_level: number }[];
};

/** Everything that the first page needs of the rows. Circles and groups by name. */
export type TodayRows = {
  circles: CircleToday[];
  offers: { topic: string; level: number }[];
  actions: ActionItemOfMine[];
  groups: { id: string; name: string }[];
  /** Meetings closed since the reader had caught up and belonged, and who joined, the newest first; at most ten of each. */
  minutes: { id: string; circle: string; startsAt: number }[];
  newcomers: { id: string; name: string; circle: string }[];
  /** When the reader had caught up. */
  since: number;
};

type Asked = { person: string; at: Date };

/** One statement, because each costs the process as much as what is in it. */
const today = preparedQuery(
  'today',
  (db, { person, at }: Asked) => sql<TodayRows>`
    with mine as (
      select c.id, c.name, c.time_zone, m.joined_at from membership m join circle c on c.id = m.circle_id
      where m.person_id = ${person} and m.left_at is null
    ), me as (
      select p.id, p.caught_up_at from person p where p.id = ${person}
    )
    select ${inMs('me.caught_up_at')} as since,
      ${list(circles(db, at))} as circles,
      ${list(sql`select topic, level from offer where person_id = me.id order by position, id`)} as offers,
      ${list(actionsOf(db, person))} as actions,
      ${list(sql`
        select g.id, g.name from group_organizer o join "group" g on g.id = o.group_id
        where o.person_id = me.id order by g.name, g.id`)} as groups,
      ${list(sql`
        select t.id, t.circle_id as circle, ${inMs('t.starts_at')} as "startsAt"
        from meeting t join mine on mine.id = t.circle_id
        where t.closed_at > greatest(me.caught_up_at, mine.joined_at) order by t.closed_at desc limit 10`)} as minutes,
      ${list(sql`
        select p.id, p.name, m.circle_id as circle
        from membership m join mine on mine.id = m.circle_id join person p on p.id = m.person_id
        where m.joined_at > greatest(me.caught_up_at, mine.joined_at) and m.left_at is null and p.id <> me.id
        order by m.joined_at desc limit 10`)} as newcomers
    from me`,
);

/** Reads it all, as it is at this moment. */
export async function readToday(db: Kysely<DB>, person: string, at: Date): Promise<TodayRows> {
  const [rows] = await today(db, { person, at });
  if (!rows) throw new Error('There is nobody to read the first page.');
  return rows;
}

function circles(db: Kysely<DB>, at: Date) {
  const ahead = meetingsAhead(db, at).where(sql<boolean>`meeting.circle_id = mine.id`).limit(1);
  return sql`
    select mine.id, mine.name, mine.time_zone as "timeZone",
      case when r.id is not null then json_build_object(
        'id', next.id, 'startsAt', ${inMs('next.starts_at')}, 'lengthMinutes', next.length_minutes,
        'isLive', next.status = 'live', 'leader', next.facilitator_id, 'leaderName', next.facilitator_name,
        'version', r.version
      ) end as next,
      ${list(sql`
        select p.id as asker, p.name, a.topic, a.least_level
        from membership m join person p on p.id = m.person_id join ask a on a.person_id = p.id
        where m.circle_id = mine.id and m.left_at is null and p.id <> me.id
        order by m.seat, a.position, a.id`)} as asks
    from mine left join lateral (${ahead}) as next on true left join room r on r.id = next.id
    order by mine.name, mine.id`;
}

function actionsOf(db: Kysely<DB>, person: string) {
  return sql`select id, text, due_on, meeting_id, circle_name from (${openItemsOf(db, person)}) as open`;
}
