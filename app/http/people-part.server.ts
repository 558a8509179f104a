import { cleanLine } from '#app/domain/people/typed-text.ts';
import { listPeople } from '#db/people-list.ts';
import type { Asked } from './asked.ts';

const atOnce = 50;

/** One page of the people asked for in the address (`search`, `page`): all of them, or those of one group's circles. */
export async function readPeople({ house, url }: Asked, groupId?: string) {
  const search = cleanLine(url.searchParams.get('search') ?? '').slice(0, 80);
  const asked = Number(url.searchParams.get('page'));
  const page = Number.isInteger(asked) && asked > 0 && asked < 1_000 ? asked : 0;
  const found = await listPeople(house.db, { groupId, search, skip: page * atOnce, take: atOnce + 1 });

  const rows = found.slice(0, atOnce).map((person) => ({
    id: person.id,
    name: person.name,
    email: person.email ?? '',
    circles: person.circles,
    isOrganizer: person.is_organizer,
    hasPassword: person.has_password,
  }));
  return { rows, search, page, hasMore: found.length > atOnce };
}
