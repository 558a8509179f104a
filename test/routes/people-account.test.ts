// One's own account: its sign-ins, its password, the ways into it, and its end.
import { describe, expect, test } from 'vitest';
import { makeMailedLink } from '#server/mail/make-mailed-link.ts';
import { makeRecoveryLink } from '#server/people/make-recovery-link.ts';
import { rescuePerson } from '#server/people/rescue-person.ts';
import { aCircle } from '#test/harness/circles.ts';
import { openPeopleGround } from '#test/harness/people-ground.ts';

const ground = openPeopleGround();
const { somebody } = ground;

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

  test('a page that stays open learns whether its person is still signed in, and no word more', async () => {
    const [anna, ben] = [await somebody('Anna'), await somebody('Ben')];
    const asked = async (visitor: typeof anna, person: string) => {
      const { status, body } = await visitor.get(`/signed-in?person=${person}`);
      expect(body).toBe('');
      return status;
    };
    expect(await asked(anna, anna.id)).toBe(204);
    expect(await asked(anna, ben.id)).toBe(401);
    await anna.post('/me/account', { intent: 'sign-in.end-all' });
    expect(await asked(anna, anna.id)).toBe(401);
    await ben.post('/me/account', { intent: 'account.close', password: ben.password });
    expect(await asked(ben, ben.id)).toBe(401);
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
    await makeRecoveryLink(ground.house, ground.organizer.id, wanted);
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
