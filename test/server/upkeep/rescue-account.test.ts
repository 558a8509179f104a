import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { listLinksFor } from '#db/one-time-link.ts';
import { findAccount, insertPerson, reservePerson } from '#db/person.ts';
import { openPlace } from '#server/embedded-postgres/place.ts';
import { startEmbeddedPostgres } from '#server/embedded-postgres/start.ts';
import { closeAccount } from '#server/people/close-account.ts';
import { redeemRecoveryLink } from '#server/people/redeem-recovery-link.ts';
import { signIn } from '#server/people/sign-in.ts';
import { aPerson } from '#test/harness/people.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const password = 'nine early starlings';
const from = { device: null, address: '192.0.2.1' };

/** Runs the command as `npm run rescue` does, and waits for its end. */
function rescue(env: Record<string, string>, ...args: string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const options = { cwd: root, env: { PATH, HOME, ...env } as unknown as NodeJS.ProcessEnv };
  return new Promise<{ code: unknown; out: string; err: string }>((settle) => {
    execFile(process.execPath, ['server/upkeep/rescue-account.ts', ...args], options, (error, out, err) =>
      settle({ code: error?.code ?? 0, out, err }),
    );
  });
}

/** The command lives by the real clock, the house by ours. */
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const tokenIn = (out: string) => out.trim().split('/').at(-1) ?? '';

describe('at a database server', { timeout: 30_000 }, () => {
  let ground: TestHouse;
  let env: Record<string, string>;
  beforeAll(async () => {
    ground = await openTestHouse({ settings: { passwordMemoryKib: 64 } });
    env = { DATABASE_URL: ground.database.url, ORIGIN: 'https://rondo.example' };
  });
  afterAll(() => ground.close());

  test('the only organizer gets back in, once, and reads afterwards where the link came from', async () => {
    const { house, clock } = ground;
    const olga = await aPerson(house, { name: 'Olga', isOrganizer: true });
    const { code, out, err } = await rescue(env, ` ${olga.email.toUpperCase()} `);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^For Olga, .*\nhttps:\/\/rondo\.example\/recover\/[A-Za-z0-9_-]{43}\n$/);

    clock.set(inHours(23.9));
    expect(await redeemRecoveryLink(house, { token: tokenIn(out), password })).toEqual({ redeemed: true });
    expect(await signIn(house, { email: olga.email, password }, from)).toHaveProperty('token');
    const [link] = await listLinksFor(house.db, olga.id, new Date(0));
    expect(link).toMatchObject({ purpose: 'rescue', maker_name: null });
    expect(await redeemRecoveryLink(house, { token: tokenIn(out), password })).toMatchObject({
      refused: 'link-spent',
    });
  });

  test('the link is dead a day later', async () => {
    const { house, clock } = ground;
    const anna = await aPerson(house);
    const { out } = await rescue(env, anna.email);
    clock.set(inHours(24.1));
    expect(await redeemRecoveryLink(house, { token: tokenIn(out), password })).toMatchObject({
      refused: 'link-spent',
    });
  });

  test('somebody who never chose a password can do it now', async () => {
    const { house } = ground;
    const email = 'waiting@rondo.example';
    const row = { id: house.newId(), email, name: 'Wanda', time_zone: 'UTC', created_at: new Date() };
    await reservePerson(house.db, row);
    ground.clock.set(inHours(0));
    const { out } = await rescue(env, email);
    expect(await redeemRecoveryLink(house, { token: tokenIn(out), password })).toEqual({ redeemed: true });
  });

  test('an address nobody has is told, and so is none at all', async () => {
    const { house } = ground;
    const gone = await aPerson(house);
    await closeAccount(house, gone.id, { password: gone.password, address: from.address });
    for (const email of ['nobody@rondo.example', gone.email])
      expect(await rescue(env, email)).toEqual({
        code: 1,
        out: '',
        err: `Nobody has an account with the address ${email}.\n`,
      });
    const none = 'Whose account? Give the mail address: npm run rescue -- someone@example.org\n';
    expect(await rescue(env)).toEqual({ code: 1, out: '', err: none });
    expect(await rescue(env, 'olga')).toEqual({ code: 1, out: '', err: none });
  });
});

test('at the embedded database: running or not, and nothing is left behind', {
  timeout: 60_000,
}, async () => {
  const data = mkdtempSync(path.join(os.tmpdir(), 'rondo-rescue-'));
  const directory = path.join(data, 'postgres');
  const env = { DATA_DIRECTORY: data };
  try {
    const running = await startEmbeddedPostgres({ directory });
    await running.createDatabase('rondo');
    const { db, close } = connect(running.url('rondo'), { poolSize: 2 });
    expect(await rescue(env, 'olga@rondo.example')).toMatchObject({
      code: 1,
      err: expect.stringContaining('db:migrate'),
    });
    await migrateToLatest(db);
    const id = '6a7c1a52-6f0c-4d2e-9a3f-2b9d35c0a111';
    const row = { id, email: 'olga@rondo.example', password_hash: 'hash', name: 'Olga', time_zone: 'UTC' };
    await insertPerson(db, { ...row, created_at: new Date() });

    expect(await rescue(env, row.email)).toMatchObject({ code: 0, err: '' });
    expect(await findAccount(db, id)).toMatchObject({ name: 'Olga' });
    await close();
    expect(await running.stop()).toBe('stopped');

    const { code, out, err } = await rescue(env, row.email);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('http://localhost:3000/recover/');
    expect(existsSync(openPlace(directory).socketDirectory)).toBe(false);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
