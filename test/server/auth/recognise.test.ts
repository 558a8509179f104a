import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertOrganizer } from '#db/organizer.ts';
import { listCirclesWithUnread } from '#db/read-mark.ts';
import { recognise } from '#server/auth/recognise.ts';
import { startSession } from '#server/auth/start-session.ts';
import { aKnownCircle } from '#test/harness/known-circle.ts';
import { aPerson, type TestPerson } from '#test/harness/people.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

const day = 86_400_000;
let ground: TestHouse;
let anna: TestPerson;

beforeAll(async () => {
  ground = await openTestHouse();
});
afterAll(() => ground.close());
beforeEach(async () => {
  anna = await aPerson(ground.house, { name: 'Anna' });
});

const name = '__Host-sid';
const session = (id: string) =>
  ground.house.db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();

describe('recognising a sign-in', () => {
  test('knows who holds the token, and since when', async () => {
    const { asker, setCookie } = await recognise(ground.house, anna.cookie);
    expect(asker).toEqual({
      id: anna.id,
      name: 'Anna',
      email: anna.email,
      time_zone: 'Europe/Berlin',
      sessionId: anna.sessionId,
      isOrganizer: false,
    });
    expect(setCookie).toBeNull();
    await insertOrganizer(ground.house.db, anna.id, new Date());
    expect((await recognise(ground.house, anna.cookie)).asker?.isOrganizer).toBe(true);
  });

  test('a stranger is nobody, and no cookie of theirs is touched', async () => {
    const nobody = { asker: null, setCookie: null, circles: null };
    const unknown = randomBytes(32).toString('base64url');
    for (const header of [undefined, '', 'x=1', `${name}=`, `${name}=short`, `${name}=${unknown}`])
      expect(await recognise(ground.house, header)).toEqual(nobody);
  });

  test('a leaked table signs nobody in', async () => {
    const rows = await ground.house.db.selectFrom('session').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(JSON.stringify(row)).not.toContain(anna.token);
      for (const stolen of [row.id, row.id.slice(0, 43), Buffer.from(row.id, 'hex').toString('base64url')])
        expect((await recognise(ground.house, `${name}=${stolen}`)).asker).toBeNull();
    }
  });

  test('ends for good at its absolute end, however much it was used', async () => {
    ground.clock.advance(29.9 * day);
    expect((await recognise(ground.house, anna.cookie)).asker?.id).toBe(anna.id);
    ground.clock.advance(0.1 * day);
    const { asker, setCookie } = await recognise(ground.house, anna.cookie);
    expect(asker).toBeNull();
    expect(setCookie).toMatch(/Max-Age=0/);
    expect(await session(anna.sessionId)).toBeUndefined();
  });

  test('ends by itself when it was not used', async () => {
    const past = new Date(Date.now() - 1_000);
    await ground.house.db
      .updateTable('session')
      .set({ expires_at: past })
      .where('id', '=', anna.sessionId)
      .execute();
    expect((await recognise(ground.house, anna.cookie)).asker).toBeNull();
    expect(await session(anna.sessionId)).toBeUndefined();
  });

  test('lasts all its idle days from the latest visit on, whenever that was', async () => {
    const idle = ground.house.settings.sessionIdleDays * day;
    // Not yet in the second half of its days, where Lucia would extend it by itself.
    const twoDaysAgo = new Date(ground.clock.now() - 2 * day);
    await ground.house.db
      .updateTable('session')
      .set({ seen_at: twoDaysAgo, expires_at: new Date(Date.now() + idle - 2 * day) })
      .where('id', '=', anna.sessionId)
      .execute();
    const visited = Date.now();
    expect((await recognise(ground.house, anna.cookie)).asker?.id).toBe(anna.id);
    expect((await session(anna.sessionId))?.expires_at.getTime()).toBeGreaterThanOrEqual(visited + idle);
  });

  test('notes when it was used, once a minute at most', async () => {
    const seen = async () => (await session(anna.sessionId))?.seen_at.getTime();
    const began = ground.clock.now();
    ground.clock.advance(59_000);
    await recognise(ground.house, anna.cookie);
    expect(await seen()).toBe(began);
    ground.clock.advance(2_000);
    await recognise(ground.house, anna.cookie);
    expect(await seen()).toBe(began + 61_000);
  });

  test('everybody who comes at once is known for themselves, and noted', async () => {
    const names = ['Ben', 'Cara', 'Dora', 'Emil'];
    const people = await Promise.all(names.map((one) => aPerson(ground.house, { name: one })));
    const gone = people[1]?.sessionId ?? '';
    await ground.house.sessions.end(gone);
    ground.clock.advance(61_000);
    // Two tabs each.
    const asked = [...people, ...people].map(({ cookie }) => recognise(ground.house, cookie));
    const found = (await Promise.all(asked)).map(({ asker }) => asker?.name ?? null);
    expect(found).toEqual(['Ben', null, 'Dora', 'Emil', 'Ben', null, 'Dora', 'Emil']);
    const rows = await Promise.all(people.map(({ sessionId }) => session(sessionId)));
    const now = ground.clock.now();
    expect(rows.map((row) => row?.seen_at.getTime())).toEqual([now, undefined, now, now]);
  });

  test('brings their circles along for a page, and only then (K10)', async () => {
    const { member } = (await aKnownCircle(ground.house)).people;
    const asked = [member, anna].map(({ cookie }) => recognise(ground.house, cookie, { withCircles: true }));
    const [hers, none] = await Promise.all(asked);
    expect(hers?.circles).toHaveLength(1);
    expect(hers?.circles).toEqual(await listCirclesWithUnread(ground.house.db, member.id));
    expect(none).toMatchObject({ asker: { id: anna.id }, circles: [] });
    expect((await recognise(ground.house, member.cookie)).circles).toBeNull();
  });

  test('a closed account is nobody', async () => {
    await ground.house.db
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('id', '=', anna.id)
      .execute();
    expect((await recognise(ground.house, anna.cookie)).asker).toBeNull();
  });
});

describe('starting a sign-in', () => {
  test('writes down where it comes from, in a few words', async () => {
    expect(await session(anna.sessionId)).toMatchObject({ device: 'Firefox on Linux', address: '127.0.0.1' });
  });

  test('fails when the password it rests on was replaced meanwhile', async () => {
    const from = { device: null, address: '' };
    const token = await startSession(ground.house, { id: anna.id, passwordHash: 'an older one' }, from);
    expect(token).toBeNull();
    const rows = await ground.house.db
      .selectFrom('session')
      .select('id')
      .where('user_id', '=', anna.id)
      .execute();
    expect(rows.map((row) => row.id)).toEqual([anna.sessionId]);
  });
});
