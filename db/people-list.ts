import { type Kysely, sql } from 'kysely';
import type { DB } from './schema.ts';

type ListedPerson = {
  id: string;
  name: string;
  email: string | null;
  circles: number;
  is_organizer: boolean;
  has_password: boolean;
};

/** Which people: of the installation, or of the circles of one group; whose name or address contains `search`. */
type PeopleWanted = { groupId?: string; search: string; skip: number; take: number };

/** People by name, with how many circles they are in. Never anything they said. */
export async function listPeople(db: Kysely<DB>, wanted: PeopleWanted): Promise<ListedPerson[]> {
  const { groupId, search, skip, take } = wanted;
  let query = db
    .selectFrom('person')
    .leftJoin('organizer', 'organizer.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.email'])
    .select(sql<boolean>`organizer.person_id is not null`.as('is_organizer'))
    .select(sql<boolean>`person.password_hash is not null`.as('has_password'))
    .select(({ selectFrom, fn }) => [
      selectFrom('membership')
        .innerJoin('circle', 'circle.id', 'membership.circle_id')
        .select(fn.countAll<number>().as('circles'))
        .whereRef('membership.person_id', '=', 'person.id')
        .where('membership.left_at', 'is', null)
        .$if(groupId !== undefined, (circles) => circles.where('circle.group_id', '=', groupId ?? null))
        .$asScalar()
        .$notNull()
        .as('circles'),
    ])
    .where('person.closed_at', 'is', null);
  if (search) query = query.where(containing(search));
  if (groupId) query = query.where('person.id', 'in', peopleOfGroup(db, groupId));
  return query.orderBy(sql`lower(person.name)`).orderBy('person.id').offset(skip).limit(take).execute();
}

/** Signs that mean something to LIKE are taken as letters. */
function containing(search: string) {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(lower(person.name) like ${pattern} or person.email like ${pattern})`;
}

function peopleOfGroup(db: Kysely<DB>, groupId: string) {
  return db
    .selectFrom('membership')
    .innerJoin('circle', 'circle.id', 'membership.circle_id')
    .select('membership.person_id')
    .where('circle.group_id', '=', groupId)
    .where('membership.left_at', 'is', null);
}
