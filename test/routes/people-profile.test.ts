// One's own profile, and who sees it.
import { describe, expect, test } from 'vitest';
import { aCircle } from '#test/harness/circles.ts';
import { openPeopleGround } from '#test/harness/people-ground.ts';

const ground = openPeopleGround();
const { somebody } = ground;

const profile = {
  intent: 'profile.edit',
  name: 'Anna',
  role: 'Delivery lead',
  industry: 'Rail',
  timeZone: 'Europe/Vienna',
  formality: 'informal',
  planning: '',
  about: 'Two dogs.\r\n<script>alert(1)</script>',
};

describe('one’s own profile', () => {
  test('is edited, shown as others see it, and safe to show', async () => {
    const anna = await somebody('Anna');
    const answer = await anna.post('/me', profile);
    expect(answer).toMatchObject({ status: 303, location: '/me?saved=profile.edit#profile' });
    const { body } = await anna.get('/me?saved=profile.edit');
    expect(body).toContain('Saved.');
    expect(body).toContain('Rather informal');
    expect(body).toContain('Two dogs.');
    expect(body).not.toContain('<script>alert(1)');
    const row = await ground.house.db
      .selectFrom('person')
      .select(['time_zone', 'formality', 'planning', 'about'])
      .where('id', '=', anna.id)
      .executeTakeFirst();
    expect(row).toMatchObject({ time_zone: 'Europe/Vienna', formality: 'informal', planning: null });
  });

  test('is seen by fellow members and by nobody else', async () => {
    const [anna, fellow, stranger] = [await somebody('Anna'), await somebody('Ben'), await somebody('Eve')];
    await anna.post('/me', profile);
    const { circleId } = await aCircle(ground.house, { founder: anna.id, members: 1, sizeLimit: 6 });
    const seat = { id: ground.house.newId(), circle_id: circleId, person_id: fellow.id, seat: 2 };
    await ground.house.db.insertInto('membership').values(seat).execute();

    const path = `/circles/${circleId}/members/${anna.id}`;
    const seen = await fellow.get(path);
    for (const words of ['Delivery lead', 'Rail', 'Vienna', 'Two dogs.']) expect(seen.body).toContain(words);
    expect(seen.body).not.toContain(anna.email);
    expect((await stranger.get(path)).status).toBe(404);
    await ground.house.db
      .updateTable('membership')
      .set({ left_at: new Date(), left_how: 'left' })
      .where('id', '=', seat.id)
      .execute();
    const after = await fellow.get(path);
    expect(after.status).toBe(404);
    expect(after.body).not.toContain('Two dogs.');
  });

  test('keeps what was typed when something is wrong', async () => {
    const anna = await somebody('Anna');
    const { status, body } = await anna.post('/me', { ...profile, name: ' ', timeZone: 'Mars/Olympus' });
    expect(status).toBe(400);
    expect(body).toContain('Please tell us your name.');
    expect(body).toContain('Please choose a time zone from the list.');
    expect(body).toContain('value="Delivery lead"');
  });

  test('offers and asks each have a small form', async () => {
    const anna = await somebody('Anna');
    const offer = { intent: 'offer.put', id: ground.house.newId(), topic: 'Estimating', level: '3' };
    const ask = {
      intent: 'ask.put',
      id: ground.house.newId(),
      topic: 'Contracts',
      priority: '3',
      leastLevel: '2',
    };
    for (let twice = 0; twice < 2; twice++) {
      expect((await anna.post('/me', offer)).location).toBe('/me?saved=offer.put#offers');
      expect((await anna.post('/me', ask)).location).toBe('/me?saved=ask.put#asks');
    }
    const { body } = await anna.get('/me');
    expect(body).toContain('Estimating (led)');
    expect(body).toContain('Contracts (now)');

    const again = await anna.post('/me', { ...offer, id: ground.house.newId(), topic: 'estimating' });
    expect(again.status).toBe(409);
    expect(again.body).toContain('You offer this already.');
    expect(again.body).toContain('value="estimating"');
    const wrong = await anna.post('/me', { ...offer, level: '5' });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain('Please choose a whole number from 1 to 4.');

    await anna.post('/me', { intent: 'offer.remove', id: offer.id });
    expect((await anna.get('/me')).body).not.toContain('Estimating (led)');
  });
});
