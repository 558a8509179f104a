import type { Kysely } from 'kysely';
import { preparedQuery } from './prepared.ts';
import type { DB } from './schema.ts';

/** An action item that is not done yet. `due_on` is YYYY-MM-DD. */
export type OpenActionItem = {
  id: string;
  text: string;
  due_on: string | null;
  meeting_id: string;
  circle_id: string;
  circle_name: string;
  owner_id: string;
  owner_name: string;
};

const openItemsOfCircle = preparedQuery('open-items-of-circle', (db, { circle }: { circle: string }) =>
  openItems(db).where('action_item.circle_id', '=', circle),
);

/** What a circle's meetings left to do, the most urgent first. */
export async function listOpenActionItems(db: Kysely<DB>, circleId: string): Promise<OpenActionItem[]> {
  return openItemsOfCircle(db, { circle: circleId });
}

/** What a person said they would do, in the circles they are in now, the most urgent first: a part of other queries. */
export function openItemsOf(db: Kysely<DB>, personId: string) {
  return openItems(db)
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.circle_id', '=', 'action_item.circle_id')
        .onRef('membership.person_id', '=', 'action_item.owner_id')
        .on('membership.left_at', 'is', null),
    )
    .where('action_item.owner_id', '=', personId);
}

function openItems(db: Kysely<DB>) {
  return db
    .selectFrom('action_item')
    .innerJoin('person', 'person.id', 'action_item.owner_id')
    .innerJoin('circle', 'circle.id', 'action_item.circle_id')
    .select(['action_item.id', 'action_item.text', 'action_item.due_on', 'action_item.meeting_id'])
    .select(['action_item.circle_id', 'circle.name as circle_name'])
    .select(['action_item.owner_id', 'person.name as owner_name'])
    .where('action_item.done_at', 'is', null)
    .orderBy('action_item.due_on', (order) => order.asc().nullsLast())
    .orderBy('action_item.added_at')
    .orderBy('action_item.id');
}
