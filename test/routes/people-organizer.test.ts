// The pages of those who look after others: the installation's organizers, and a group's.
import { describe, expect, test } from 'vitest';
import { aCircle } from '#test/harness/circles.ts';
import { aPerson } from '#test/harness/people.ts';
import { openPeopleGround } from '#test/harness/people-ground.ts';

const ground = openPeopleGround();
const { somebody } = ground;

describe('the organizer’s page', () => {
  test('is there for organizers only', async () => {
    const anna = await somebody('Anna');
    expect((await ground.visitor().get('/organizer')).status).toBe(404);
    expect((await anna.get('/organizer')).status).toBe(404);
    const form = { intent: 'recovery-link.make', id: ground.house.newId(), personId: anna.id };
    expect((await anna.post('/organizer', form)).status).toBe(404);
    expect((await ground.visitor().get('/organizer', { cookie: ground.organizer.cookie })).status).toBe(200);
  });

  test('hands on the office', async () => {
    const anna = await somebody('Anna');
    const office = ground.visitor();
    const { cookie } = ground.organizer;
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
    const { cookie } = ground.organizer;
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
    expect((await gina.post(path, { ...form, personId: ground.organizer.id })).status).toBe(403);
  });
});
