import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPerson } from '#test/harness/people.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

const password = 'seven quiet herons';
let empty: TestServer;
let ground: TestServer;

beforeAll(async () => {
  empty = await startTestServer({ settings: { openSignUp: true } });
  ground = await startTestServer();
  await aPerson(ground.house, { isOrganizer: true });
});
afterAll(async () => {
  await empty.close();
  await ground.close();
});

/** The value of a hidden field of a page. */
function hidden(body: string, name: string): string {
  return new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(body)?.[1] ?? '';
}

describe('an empty installation', () => {
  test('shows one page, makes one account, and cannot be set up again', async () => {
    const [first, second] = [empty.visitor(), empty.visitor()];
    for (const path of ['/', '/sign-in', '/sign-up', '/recover'])
      expect(await first.get(path)).toMatchObject({ status: 302, location: '/welcome' });
    const page = await first.get('/welcome');
    expect(page.status).toBe(200);
    const form = {
      id: hidden(page.body, 'id'),
      name: 'Olga',
      email: 'olga@rondo.example',
      password,
      timeZone: 'Europe/Berlin',
      start: 'group',
    };

    const faulty = await first.post('/welcome', { ...form, password: 'password1', email: 'olga' });
    expect(faulty.status).toBe(400);
    expect(faulty.body).toContain('Please enter a mail address');
    expect(faulty.body).toContain('value="Olga"');
    expect(faulty.body).not.toContain('password1');

    expect(await first.post('/welcome', form)).toMatchObject({ status: 303, location: '/groups/new' });
    expect((await first.get('/me')).body).toContain('Olga');
    expect((await first.get('/organizer')).status).toBe(200);

    const late = { ...form, id: empty.house.newId(), email: 'eve@rondo.example' };
    expect(await second.post('/welcome', late)).toMatchObject({ status: 302, location: '/sign-in' });
    expect(await second.get('/welcome')).toMatchObject({ status: 302, location: '/sign-in' });
    expect(await empty.house.db.selectFrom('person').select('name').execute()).toEqual([{ name: 'Olga' }]);
  });

  test('then lets others make accounts, as its settings say', async () => {
    const visitor = empty.visitor();
    const page = await visitor.get('/sign-up');
    const form = { id: hidden(page.body, 'id'), name: 'Ben', email: 'ben@rondo.example', timeZone: 'UTC' };
    const weak = await visitor.post('/sign-up', { ...form, password: 'short' });
    expect(weak.status).toBe(400);
    expect(weak.body).toContain('Please use at least 8 characters.');
    expect(await visitor.post('/sign-up', { ...form, password })).toMatchObject({
      status: 303,
      location: '/me',
    });
    expect((await visitor.get('/me')).body).toContain('Ben');
  });
});

describe('signing in', () => {
  test('sets a cookie that scripts cannot read, and goes back to where one came from', async () => {
    const anna = await aPerson(ground.house);
    const visitor = ground.visitor();
    expect(await visitor.get('/me')).toMatchObject({ status: 302, location: '/sign-in?back=%2Fme' });
    const page = await visitor.get('/sign-in?back=%2Fme');
    const answer = await visitor.post('/sign-in', {
      email: anna.email.toUpperCase(),
      password,
      back: hidden(page.body, 'back'),
    });
    expect(answer).toMatchObject({ status: 303, location: '/me' });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-sid=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await visitor.get('/me')).status).toBe(200);
    expect(await visitor.get('/sign-in')).toMatchObject({ status: 302, location: '/today' });
  });

  test('never leads to another site', async () => {
    const anna = await aPerson(ground.house);
    const visitor = ground.visitor();
    const form = { email: anna.email, password, back: '//evil.example/x' };
    expect((await visitor.post('/sign-in', form)).location).toBe('/today');
  });

  test('answers a wrong password and an unknown address alike', async () => {
    const anna = await aPerson(ground.house);
    const tries = ['nobody@rondo.example', anna.email].map(async (email) => {
      const { status, body } = await ground
        .visitor()
        .post('/sign-in', { email, password: 'six loud herons' });
      // What differs from page to page anyway: what was typed, and the request's own name and nonce.
      const own = /nonce="[^"]*"|(?<=requestId\\",\\")[\w-]+/g;
      return { status, text: body.replaceAll(email, '').replaceAll(own, '') };
    });
    const [unknown, known] = await Promise.all(tries);
    expect(known?.status).toBe(403);
    expect(known?.text).toContain('That address and password do not match.');
    expect(unknown).toEqual(known);
  });

  test('is refused in words when no account can be made without an invitation', async () => {
    const visitor = ground.visitor();
    expect((await visitor.get('/sign-up')).body).toContain('By invitation');
    const form = {
      id: ground.house.newId(),
      name: 'Eve',
      email: 'eve@rondo.example',
      password,
      timeZone: 'UTC',
    };
    expect((await visitor.post('/sign-up', form)).status).toBe(403);
  });
});

describe('signing out', () => {
  test('ends the sign-in, takes the cookie and what the browser kept', async () => {
    const anna = await aPerson(ground.house);
    const visitor = ground.visitor();
    await visitor.post('/sign-in', { email: anna.email, password });
    const cookie = visitor.cookie();
    const answer = await visitor.post('/sign-out');
    expect(answer).toMatchObject({ status: 303, location: '/sign-in?note=signed-out' });
    expect(answer.headers.get('clear-site-data')).toBe('"storage"');
    expect(visitor.cookie()).toBe('');
    expect((await ground.visitor().get('/me', { cookie })).status).toBe(302);
    expect((await ground.visitor().get('/sign-out')).location).toBe('/');
  });
});

describe('recovering access', () => {
  test('without mail the page says who can help, and asking looks the same for everyone', async () => {
    const visitor = ground.visitor();
    expect((await visitor.get('/recover')).body).toContain('An organizer can make a link');
    const anna = await aPerson(ground.house);
    const [known, unknown] = await Promise.all(
      [anna.email, 'nobody@rondo.example'].map((email) => visitor.post('/recover', { email })),
    );
    expect(known).toMatchObject({ status: 303, location: '/recover?asked' });
    expect(unknown).toMatchObject({ status: 303, location: '/recover?asked' });
  });

  test('an organizer’s link, from the making to the new password', async () => {
    const organizer = await aPerson(ground.house, { isOrganizer: true, name: 'Olga' });
    const anna = await aPerson(ground.house, { name: 'Anna Lost' });
    const { cookie } = organizer;
    const office = ground.visitor();
    const page = await office.get('/organizer?search=anna+lost', { cookie });
    expect(page.body).toContain('Anna Lost');
    const form = { intent: 'recovery-link.make', id: hidden(page.body, 'id'), personId: anna.id };
    const made = await office.post('/organizer', form, { cookie });
    const path = /\/recover\/[A-Za-z0-9_-]{43}/.exec(made.body)?.[0] ?? '';
    expect((await office.get('/organizer', { cookie })).body).not.toContain(path);
    expect((await ground.visitor().get('/me/account', { cookie: anna.cookie })).body).toContain('Olga');

    const visitor = ground.visitor();
    for (let looks = 0; looks < 2; looks++)
      expect((await visitor.get(path)).body).toContain('Choose a new password');
    expect((await visitor.post(path, { password: 'password1' })).status).toBe(400);
    const chosen = await visitor.post(path, { password: 'nine early starlings' });
    expect(chosen).toMatchObject({ status: 303, location: '/sign-in?note=new-password' });
    expect(visitor.cookie()).toBe('');
    expect((await visitor.get('/me', { cookie: anna.cookie })).status).toBe(302);
    expect((await visitor.get(path)).status).toBe(410);
    expect((await visitor.post(path, { password: 'nine early starlings' })).status).toBe(410);
    const entered = await visitor.post('/sign-in', { email: anna.email, password: 'nine early starlings' });
    expect(entered.status).toBe(303);
  });
});
