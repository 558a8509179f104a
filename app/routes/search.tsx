import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { searchKinds } from '#app/domain/search/search-change.ts';
import { read } from '#app/http/door.server.ts';
import { optionalChoice, uuid, wholeNumber } from '#app/http/fields.ts';
import { SearchPage } from '#app/screens/search/search-page.tsx';
import { listSearchChoices } from '#db/search-choice.ts';
import { MOST_PAGES, search } from '#server/search/search.ts';

export const meta: MetaFunction = () => [{ title: 'Search · Rondo' }];

export const loader = read('search.read', async ({ house, asker, url }) => {
  const given = (name: string) => url.searchParams.get(name) ?? '';
  const id = (name: string) => uuid.safeParse(given(name)).data ?? null;
  const wanted = {
    query: given('q').slice(0, 1_000),
    ...{ circle: id('circle'), meeting: id('meeting'), person: id('person') },
    kind: optionalChoice(searchKinds).safeParse(given('kind')).data ?? null,
    page: wholeNumber(1, MOST_PAGES).safeParse(given('page') || '1').data ?? 1,
  };
  const [found, choices] = await Promise.all([
    search(house, asker.id, wanted),
    listSearchChoices(house.db, asker.id, wanted.circle),
  ]);
  return {
    wanted,
    found: { ...found, isMore: found.isMore && wanted.page < MOST_PAGES },
    choices,
    reader: { zone: asker.time_zone, now: house.now() },
  };
});

export default function SearchRoute() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
