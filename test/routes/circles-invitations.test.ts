import { afterAll, beforeAll, expect, test } from 'vitest';
import { listInvitations } from '#db/invitation.ts';
import { listMemberIds } from '#db/membership.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { revokeInvitation } from '#server/invitations/revoke-invitation.ts';
import { aCircle, aLink, granted, signedIn, somebody, wordsOf } from '#test/harness/circles.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const account = { name: 'Nora New', password: 'seven green lanterns', timeZone: 'Europe/Oslo' };

async function aCircleWithLink(members = 1, mostUses = 3) {
  const { circleId, people } = await aCircle(server.house, { members, sizeLimit: Math.max(4, members) });
  return { circleId, people, ...(await aLink(server.house, people[0] ?? '', circleId, { mostUses })) };
}

function fieldIn(body: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
}

test('making a link by form shows it once, and again only to the same form', async () => {
  const { circleId, people } = await aCircle(server.house, { members: 2 });
  const member = await signedIn(server, people[1] ?? '');
  const place = `/circles/${circleId}/invitations`;
  const page = await member.get(place);
  const form = {
    id: fieldIn(page.body, 'id'),
    token: fieldIn(page.body, 'token'),
    days: '14',
    mostUses: '2',
  };
  const send = () => member.post(place, { intent: 'invitation.make', ...form });

  const made = await send();
  expect(made.status).toBe(200);
  expect(made.body).toContain(`${server.origin}/invitation/${form.token}`);
  expect((await send()).body).toContain(`${server.origin}/invitation/${form.token}`);
  const later = await member.get(place);
  expect(later.body).not.toContain(form.token);
  expect(wordsOf(later.body)).toContain('0 of 2 used');
  expect(await listInvitations(server.house.db, circleId, new Date(0))).toHaveLength(2);

  const wrong = await member.post(place, { intent: 'invitation.make', ...form, days: '99', mostUses: '21' });
  expect(wrong.status).toBe(400);
  expect(wrong.body).toContain('Please choose a whole number from 1 to 20.');
});

test('the token leaves the address at once and travels in a cookie for that page alone', async () => {
  const { token } = await aCircleWithLink();
  const opened = await server.visitor().get(`/invitation/${token}`);

  expect([opened.status, opened.location]).toEqual([303, '/invitation']);
  const cookies = opened.headers.getSetCookie();
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^invitation=[\w-]{43}; Path=\/invitation(\.data)?; Max-Age=900; HttpOnly/);
    expect(cookie).toContain('SameSite=Lax');
  }
});

test('a newcomer sees who invites and the rules, makes an account and is in, in one go', async () => {
  const { circleId, token } = await aCircleWithLink();
  const visitor = server.visitor();
  await visitor.get(`/invitation/${token}`);
  const page = await visitor.get('/invitation');
  expect(page.status).toBe(200);
  expect(page.body).toContain('Person 1');
  expect(page.body).toContain('What is said in the circle stays in the circle.');
  expect(page.body).toContain('also those from before they joined');
  expect(page.body).not.toContain(token);

  const form = { intent: 'invitation.sign-up', id: fieldIn(page.body, 'id'), email: 'nora@example.org' };
  const weak = await visitor.post('/invitation', { ...form, ...account, password: 'short' });
  expect(weak.status).toBe(400);
  expect(weak.body).toContain('Nora New');
  const joined = await visitor.post('/invitation', { ...form, ...account });
  expect([joined.status, joined.location]).toEqual([303, `/circles/${circleId}`]);
  expect((await visitor.get(`/circles/${circleId}`)).status).toBe(200);
  expect(visitor.cookie()).not.toContain('invitation=');
});

test('who has an account signs in and comes back; looking does not use the link up', async () => {
  const { circleId, token, id } = await aCircleWithLink();
  const personId = await somebody(server.house, 'Ines');
  const person = await signedIn(server, personId);
  await person.get(`/invitation/${token}`);
  for (let look = 0; look < 3; look++) {
    const page = await person.get('/invitation');
    expect(page.body).toContain('You are signed in as');
  }
  const [before] = await listInvitations(server.house.db, circleId, new Date(0));
  expect(before?.uses).toBe(0);

  const joined = await person.post('/invitation', { intent: 'invitation.redeem' });
  expect([joined.status, joined.location]).toEqual([303, `/circles/${circleId}`]);
  const link = (await listInvitations(server.house.db, circleId, new Date(0))).find((one) => one.id === id);
  expect(link?.usedBy.map((use) => use.name)).toEqual(['Ines']);
  const again = await person.get(`/invitation/${token}`).then(() => person.get('/invitation'));
  expect([again.status, again.location]).toEqual([303, `/circles/${circleId}`]);
});

test('a signed-out press of the button leads to sign-in and joins nobody', async () => {
  const { circleId, token } = await aCircleWithLink();
  const visitor = server.visitor();
  await visitor.get(`/invitation/${token}`);
  const sent = await visitor.post('/invitation', { intent: 'invitation.redeem' });
  expect(sent.location).toMatch(/^\/sign-in/);
  expect(await listMemberIds(server.house.db, circleId)).toHaveLength(1);
});

test('dead links say why, with 410', async () => {
  const { house } = server;
  const { circleId, people, id, token } = await aCircleWithLink();
  await revokeInvitation(house, people[0] ?? '', { circleId, invitationId: id });
  const look = async (link: string) => {
    const visitor = server.visitor();
    await visitor.get(`/invitation/${link}`);
    return visitor.get('/invitation');
  };

  const revoked = await look(token);
  expect([revoked.status, revoked.body.includes('This link was withdrawn')]).toEqual([410, true]);
  expect((await look(house.newToken())).body).toContain('This link leads nowhere');
  expect((await look('cut-off')).body).toContain('This link leads nowhere');
  const missing = await server.visitor().get('/invitation');
  expect([missing.status, missing.body.includes('Please open your link again')]).toEqual([410, true]);
});

test('a full circle says so and takes nobody in, with or without an account', async () => {
  const { circleId, token } = await aCircleWithLink(4);
  const visitor = server.visitor();
  await visitor.get(`/invitation/${token}`);
  expect((await visitor.get('/invitation')).body).toContain('This circle is full');
  const form = { intent: 'invitation.sign-up', id: server.house.newId(), email: 'late@example.org' };
  expect((await visitor.post('/invitation', { ...form, ...account })).status).toBe(409);
  expect(await listMemberIds(server.house.db, circleId)).toHaveLength(4);
  const known = await server.house.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', form.email)
    .execute();
  expect(known).toEqual([]);
});

test('a removed person’s old link shows them nothing of the circle', async () => {
  const { house } = server;
  const { circleId, people, token } = await aCircleWithLink(3);
  const removed = people[2] ?? '';
  const person = await signedIn(server, removed);
  granted(await removeMember(house, people[0] ?? '', { circleId, personId: removed }));
  await person.get(`/invitation/${token}`);
  const page = await person.get('/invitation');
  expect([page.status, page.body.includes('Thursday circle')]).toEqual([410, false]);
});
