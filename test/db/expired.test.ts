import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteExpired } from '#db/expired.ts';
import { upsertRecoveryLink } from '#db/one-time-link.ts';
import { anonymise, findByEmail, insertPerson, reservePerson } from '#db/person.ts';
import { type TestDatabase, testDatabase } from '#test/harness/database.ts';

const now = new Date('2026-05-20T12:00:00Z');
let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

async function person(days: number, password_hash: string | null = null) {
  const id = randomUUID();
  const row = { id, email: `${id}@rondo.example`, name: 'Ana', time_zone: 'UTC', created_at: daysAgo(days) };
  await insertPerson(base.db, { ...row, password_hash });
  return row;
}

async function link(personId: string, made: number, expires: number) {
  const id = randomUUID();
  const row = { id, purpose: 'recover' as const, token_hash: id, person_id: personId, made_by: null };
  await upsertRecoveryLink(base.db, { ...row, created_at: daysAgo(made), expires_at: daysAgo(expires) });
  return id;
}

async function left(table: 'person' | 'one_time_link' | 'session', ids: string[]) {
  const rows = await base.db.selectFrom(table).select('id').where('id', 'in', ids).execute();
  return ids.filter((id) => rows.some((row) => row.id === id));
}

test('a link to recover access is told about for 30 days, long after it could be used', async () => {
  const { id } = await person(100, 'hash');
  const fresh = await link(id, 29.9, 28.9);
  const old = await link(id, 30.1, 29.1);
  await deleteExpired(base.db, now);
  expect(await left('one_time_link', [fresh, old])).toEqual([fresh]);
});

test('sign-ins go when they were idle too long or have reached their end', async () => {
  const { id } = await person(100, 'hash');
  const [open, idle, ended] = [randomUUID(), randomUUID(), randomUUID()];
  const row = (name: string, idleSince: number, endsSince: number) => ({
    id: name,
    user_id: id,
    expires_at: daysAgo(idleSince),
    ends_at: daysAgo(endsSince),
  });
  await base.db
    .insertInto('session')
    .values([row(open, -1, -1), row(idle, 1, -1), row(ended, -1, 1)])
    .execute();
  await deleteExpired(base.db, now);
  expect(await left('session', [open, idle, ended])).toEqual([open]);
});

test('a place that nobody has taken for seven days is given up', async () => {
  const waiting = await person(6.9);
  const abandoned = await person(7.1);
  await deleteExpired(base.db, now);
  expect(await left('person', [waiting.id, abandoned.id])).toEqual([waiting.id]);
});

test('but not one with a password, in a circle, closed, or with a link that still opens', async () => {
  const account = await person(400, 'hash');
  const member = await person(400);
  const closed = await person(400);
  const asking = await person(400);
  await base.db
    .insertInto('circle')
    .values({ id: member.id, name: 'Harbour', size_limit: 6, time_zone: 'UTC', rota_seed: 1 })
    .execute();
  await base.db
    .insertInto('membership')
    .values({ id: randomUUID(), circle_id: member.id, person_id: member.id, seat: 1, left_at: daysAgo(300) })
    .execute();
  await anonymise(base.db, closed.id, daysAgo(200));
  await link(asking.id, 0.01, -0.01);
  await deleteExpired(base.db, now);
  const all = [account.id, member.id, closed.id, asking.id];
  expect(await left('person', all)).toEqual(all);
});

test('whoever asks again keeps the place for another seven days', async () => {
  const { id, email, ...rest } = await person(7.1);
  await reservePerson(base.db, {
    ...rest,
    id: randomUUID(),
    email,
    name: 'Ana Lima',
    created_at: daysAgo(1),
  });
  await deleteExpired(base.db, now);
  expect(await findByEmail(base.db, email)).toMatchObject({ id, name: 'Ana Lima' });
});
