import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMailedLink } from '#server/mail/make-mailed-link.ts';
import { makeRecoveryLink } from '#server/people/make-recovery-link.ts';
import { rescuePerson } from '#server/people/rescue-person.ts';
import { aCircle } from '#test/harness/circles.ts';
import { aPerson, type TestPerson } from '#test/harness/people.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let ground: TestServer;
let organizer: TestPerson;

beforeAll(async () => {
  ground = await startTestServer();
  organizer = await aPerson(ground.house, { name: 'Olga', isOrganizer: true });
});
afterAll(() => ground.close());

/** A person with a browser that is signed in. */
async function somebody(name: string) {
  const person = await aPerson(ground.house, { name });
  const browser = ground.visitor();
  const { cookie } = person;
  return {
    ...person,
    get: (path: string) => browser.get(path, { cookie }),
    post: (path: string, fields: Record<string, string>) => browser.post(path, fields, { cookie }),
  };
}

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

describe('one’s own account', () => {
  test('lists sign-ins, ends one, and ends all', async () => {
    const anna = await somebody('Anna');
    const phone = ground.visitor();
    await phone.post(
      '/sign-in',
      { email: anna.email, password: anna.password },
      { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1' },
    );
    const { body } = await anna.get('/me/account');
    expect(body).toContain('Safari on iPhone');
    expect(body).toContain('this one');
    const sessionId = /name="sessionId" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
    expect(await anna.post('/me/account', { intent: 'sign-in.end', sessionId })).toMatchObject({
      status: 303,
    });
    expect((await phone.get('/me')).status).toBe(302);
    expect((await anna.get('/me')).status).toBe(200);

    const all = await anna.post('/me/account', { intent: 'sign-in.end-all' });
    expect(all).toMatchObject({ status: 303, location: '/sign-in?note=signed-out' });
    expect((await anna.get('/me')).status).toBe(302);
  });

  test('changes the password', async () => {
    const anna = await somebody('Anna');
    const form = {
      intent: 'password.change',
      currentPassword: anna.password,
      newPassword: 'nine early starlings',
    };
    const wrong = await anna.post('/me/account', { ...form, currentPassword: 'six loud herons' });
    expect(wrong.status).toBe(403);
    expect(wrong.body).toContain('That is not your password.');
    expect(wrong.body).not.toContain('six loud herons');
    expect((await anna.post('/me/account', form)).status).toBe(303);
    expect((await anna.get('/me/account?saved=password.change')).body).toContain('Your password is changed');
  });

  test('tells who made a link into it', async () => {
    const anna = await somebody('Anna');
    const wanted = { id: ground.house.newId(), personId: anna.id };
    await makeRecoveryLink(ground.house, organizer.id, wanted);
    await makeMailedLink(ground.house, anna.id);
    await rescuePerson(ground.house, anna.email);
    const body = (await anna.get('/me/account')).body.replaceAll('<!-- -->', '');
    expect(body).toContain('Olga made one for you. It can still be used.');
    expect(body).toContain('One was mailed to you. It can still be used.');
    expect(body).toContain('Whoever runs this server made one. It can still be used.');
  });

  test('is closed for good', async () => {
    const anna = await somebody('Anna Lindqvist');
    const { circleId, people } = await aCircle(ground.house, { founder: anna.id });
    expect(people).toHaveLength(4);
    expect((await anna.get(`/circles/${circleId}`)).status).toBe(200);
    const closed = await anna.post('/me/account', { intent: 'account.close', password: anna.password });
    expect(closed).toMatchObject({ status: 303, location: '/sign-in?note=closed' });
    expect((await anna.get(`/circles/${circleId}`)).status).toBe(404);
    const kept = await ground.house.db
      .selectFrom('person')
      .select('name')
      .where('id', '=', anna.id)
      .execute();
    expect(kept).toEqual([{ name: 'Former member' }]);
  });
});

describe('the organizer’s page', () => {
  test('is there for organizers only', async () => {
    const anna = await somebody('Anna');
    expect((await ground.visitor().get('/organizer')).status).toBe(404);
    expect((await anna.get('/organizer')).status).toBe(404);
    const form = { intent: 'recovery-link.make', id: ground.house.newId(), personId: anna.id };
    expect((await anna.post('/organizer', form)).status).toBe(404);
    expect((await ground.visitor().get('/organizer', { cookie: organizer.cookie })).status).toBe(200);
  });

  test('hands on the office', async () => {
    const anna = await somebody('Anna');
    const office = ground.visitor();
    const { cookie } = organizer;
    const form = { personId: anna.id, intent: 'organizer.appoint' };
    expect((await office.post('/organizer', form, { cookie })).status).toBe(303);
    expect((await anna.get('/organizer')).status).toBe(200);
    const refused = await office.post(
      '/organizer',
      { intent: 'recovery-link.make', id: ground.house.newId(), personId: anna.id },
      { cookie },
    );
    expect(refused.status).toBe(403);
    expect(refused.body).toContain('Nobody can make a link for an organizer.');
    expect((await anna.post('/organizer', { ...form, intent: 'organizer.relieve' })).location).toBe('/today');
    expect((await anna.get('/organizer')).status).toBe(404);
  });

  test('shows fifty people at a time', async () => {
    const office = ground.visitor();
    const { cookie } = organizer;
    await Promise.all(
      Array.from({ length: 51 }, (_, index) => aPerson(ground.house, { name: `Many ${100 + index}` })),
    );
    const first = await office.get('/organizer?search=many+1', { cookie });
    expect(first.body).toContain('Many 149');
    expect(first.body).not.toContain('Many 150');
    expect((await office.get('/organizer?search=many+1&page=1', { cookie })).body).toContain('Many 150');
    expect((await office.get('/organizer?page=-1&search=%00%25', { cookie })).status).toBe(200);
  });
});

describe('the people of a group', () => {
  test('are shown to its organizers, who can make a link for those who are nowhere else', async () => {
    const gina = await somebody('Gina');
    const groupId = ground.house.newId();
    const made = await gina.post('/groups/new', { intent: 'group.make', id: groupId, name: 'Chapter' });
    expect(made.status).toBe(303);
    const anna = await somebody('Anna Inside');
    await aCircle(ground.house, { founder: gina.id, groupId, members: 1, sizeLimit: 6 });
    const circle = await ground.house.db
      .selectFrom('circle')
      .select('id')
      .where('group_id', '=', groupId)
      .executeTakeFirstOrThrow();
    await ground.house.db
      .insertInto('membership')
      .values({ id: ground.house.newId(), circle_id: circle.id, person_id: anna.id, seat: 2 })
      .execute();

    const path = `/groups/${groupId}/people`;
    expect((await anna.get(path)).status).toBe(404);
    expect((await gina.get(path)).body).toContain('Anna Inside');
    const form = { intent: 'group-recovery-link.make', id: ground.house.newId(), personId: anna.id };
    expect((await gina.post(path, form)).body).toMatch(/\/recover\/[A-Za-z0-9_-]{43}/);
    expect((await gina.post(path, { ...form, personId: organizer.id })).status).toBe(403);
  });
});
