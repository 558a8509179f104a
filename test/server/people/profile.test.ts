import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAsks } from '#db/ask.ts';
import { listOffers, listTopics } from '#db/offer.ts';
import { listPeople } from '#db/people-list.ts';
import { putAsk } from '#server/people/put-ask.ts';
import { putOffer } from '#server/people/put-offer.ts';
import { removeAsk } from '#server/people/remove-ask.ts';
import { removeOffer } from '#server/people/remove-offer.ts';
import { aCircle } from '#test/harness/circles.ts';
import { aPerson } from '#test/harness/people.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

let ground: TestHouse;

beforeAll(async () => {
  ground = await openTestHouse();
});
afterAll(() => ground.close());

describe('offers and asks', () => {
  test('are added, changed and taken away, in the order they were made', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const [one, two] = [house.newId(), house.newId()];
    await putOffer(house, anna.id, { id: one, topic: 'Estimating', level: 2 });
    await putOffer(house, anna.id, { id: two, topic: 'Facilitating', level: 4 });
    await putOffer(house, anna.id, { id: one, topic: 'Estimating', level: 3 });
    expect((await listOffers(house.db, [anna.id])).map(({ topic, level }) => [topic, level])).toEqual([
      ['Estimating', 3],
      ['Facilitating', 4],
    ]);
    await removeOffer(house, anna.id, one);
    expect((await listOffers(house.db, [anna.id])).map((offer) => offer.id)).toEqual([two]);

    const ask = { id: house.newId(), topic: 'Contracts', priority: 3, least_level: 2 };
    await putAsk(house, anna.id, ask);
    await putAsk(house, anna.id, { ...ask, priority: 1, least_level: 4 });
    expect(await listAsks(house.db, [anna.id])).toMatchObject([{ priority: 1, least_level: 4 }]);
    await removeAsk(house, anna.id, ask.id);
    expect(await listAsks(house.db, [anna.id])).toEqual([]);
  });

  test('O1 O2 hold against many forms sent at once', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const topics = Array.from({ length: 16 }, (_, index) => `Topic ${index}`);
    const same = Array.from({ length: 4 }, () => 'SAME');
    const answers = await Promise.all(
      [...topics, ...same].map((topic) => putOffer(house, anna.id, { id: house.newId(), topic, level: 1 })),
    );
    expect(answers.filter((answer) => 'put' in answer)).toHaveLength(12);
    const stored = (await listOffers(house.db, [anna.id])).map((offer) => offer.topic);
    expect(stored).toHaveLength(12);
    expect(new Set(stored).size).toBe(12);
  });

  test('of somebody else cannot be changed or taken away', async () => {
    const { house } = ground;
    const [anna, ben] = [await aPerson(house), await aPerson(house)];
    const offer = { id: house.newId(), topic: 'Estimating', level: 2 };
    await putOffer(house, anna.id, offer);
    expect(await putOffer(house, ben.id, { ...offer, topic: 'Mine' })).toMatchObject({
      refused: 'not-found',
    });
    await removeOffer(house, ben.id, offer.id);
    expect(await listOffers(house.db, [anna.id])).toMatchObject([{ topic: 'Estimating' }]);
    expect(await listOffers(house.db, [ben.id])).toEqual([]);
  });

  test('topics of the people around are suggested, those of strangers are not', async () => {
    const { house } = ground;
    const [anna, stranger] = [await aPerson(house), await aPerson(house)];
    const { people } = await aCircle(house, { founder: anna.id });
    await putOffer(house, people[1] ?? '', { id: house.newId(), topic: 'Risk', level: 2 });
    await putAsk(house, anna.id, { id: house.newId(), topic: 'risk', priority: 1, least_level: 1 });
    await putAsk(house, anna.id, { id: house.newId(), topic: 'Agile', priority: 1, least_level: 1 });
    await putOffer(house, stranger.id, { id: house.newId(), topic: 'Secret', level: 2 });
    expect((await listTopics(house.db, anna.id)).map((topic) => topic.toLowerCase())).toEqual([
      'agile',
      'risk',
    ]);
  });
});

describe('the list of people', () => {
  test('finds by name or address, and counts circles', async () => {
    const { house } = ground;
    const anna = await aPerson(house, { name: 'Zoë 100%', email: 'under_score@rondo.example' });
    await aCircle(house, { founder: anna.id });
    const find = async (search: string) =>
      (await listPeople(house.db, { search, skip: 0, take: 50 })).map((one) => one.id);
    expect(await find('zoë')).toEqual([anna.id]);
    expect(await find('0%')).toEqual([anna.id]);
    expect(await find('r_s')).toEqual([anna.id]);
    expect(await find('%zz')).toEqual([]);
    const [row] = await listPeople(house.db, { search: 'zoë', skip: 0, take: 1 });
    expect(row).toMatchObject({ circles: 1, is_organizer: false, has_password: true });
  });
});
