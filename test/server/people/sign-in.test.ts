import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import { updatePassword } from '#db/person.ts';
import { hashPassword } from '#server/auth/passwords.ts';
import { recognise } from '#server/auth/recognise.ts';
import { standardFigures } from '#server/limits/figures.ts';
import { provePassword } from '#server/people/prove-password.ts';
import { signIn } from '#server/people/sign-in.ts';
import { signOut } from '#server/people/sign-out.ts';
import { signOutEverywhere } from '#server/people/sign-out-everywhere.ts';
import { aPerson } from '#test/harness/people.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';
import { until } from '#test/harness/until.ts';

const from = { device: null, address: '192.0.2.1' };
const unknown = 'nobody@rondo.example';
let free: TestHouse;
let limited: TestHouse;

beforeAll(async () => {
  const settings = { passwordMemoryKib: 64 };
  free = await openTestHouse({ settings });
  limited = await openTestHouse({ settings, figures: standardFigures });
});
afterAll(async () => {
  await free.close();
  await limited.close();
});

const tokenOf = (answer: Awaited<ReturnType<typeof signIn>>) => ('token' in answer ? answer.token : '');

describe('signing in', () => {
  test('gives a new token every time', async () => {
    const { house } = free;
    const anna = await aPerson(house);
    const one = tokenOf(await signIn(house, anna, from));
    const other = tokenOf(await signIn(house, anna, from));
    expect(new Set([anna.token, one, other]).size).toBe(3);
    for (const token of [one, other])
      expect((await recognise(house, `__Host-sid=${token}`)).asker?.id).toBe(anna.id);
  });

  test('says the same of an unknown address as of a wrong password', async () => {
    const { house } = free;
    const anna = await aPerson(house);
    const wrong = await signIn(house, { email: anna.email, password: 'six loud herons' }, from);
    const nobody = await signIn(house, { email: unknown, password: 'six loud herons' }, from);
    expect(wrong).toEqual(nobody);
    expect(wrong).toMatchObject({ refused: 'wrong-credentials' });
  });

  test('takes as long for an unknown address as for a known one', async () => {
    const house = { ...free.house, settings: { ...free.house.settings, passwordMemoryKib: 32_768 } };
    const anna = await aPerson(house);
    // A hash at today's cost, as everybody's is after signing in once.
    await signIn(house, anna, from);
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 15; round++) {
      for (const who of ['known', 'unknown'] as const) {
        // The processor's time, all threads: whatever else this machine is doing does not count.
        const start = process.cpuUsage();
        await signIn(
          house,
          { email: who === 'known' ? anna.email : unknown, password: 'six loud herons' },
          from,
        );
        const { user, system } = process.cpuUsage(start);
        times[who].push(user + system);
      }
    }
    const fastest = (list: number[]) => Math.min(...list);
    // Without the work done for nothing the unknown one would answer many times faster.
    expect(fastest(times.unknown)).toBeGreaterThan(fastest(times.known) * 0.7);
    expect(fastest(times.unknown)).toBeLessThan(fastest(times.known) * 1.4);
  });

  test('slows down after five tries at one account from one address, the right password too', async () => {
    const { house } = limited;
    const anna = await aPerson(house);
    const tries = async (email: string, password: string, count: number) => {
      for (let left = count; left > 0; left--) await signIn(house, { email, password }, from);
      return signIn(house, { email, password }, from);
    };
    expect(await tries(anna.email, 'six loud herons', 5)).toMatchObject({ refused: 'slow-down' });
    expect(await signIn(house, anna, from)).toMatchObject({ refused: 'slow-down' });
    // An address nobody has is treated alike.
    expect(await tries(unknown, 'six loud herons', 5)).toMatchObject({ refused: 'slow-down' });
    // Nobody is locked out: the same person from elsewhere, and another person from here.
    expect(isRefusal(await signIn(house, anna, { ...from, address: '192.0.2.2' }))).toBe(false);
    expect(isRefusal(await signIn(house, await aPerson(house), from))).toBe(false);
  });

  test('counts wrong tries only: a right password never runs out, and makes no wrong one right', async () => {
    const { house } = limited;
    const anna = await aPerson(house);
    const wrong = { email: anna.email, password: 'six loud herons' };
    for (let time = 0; time < 7; time++) expect(await signIn(house, anna, from)).toHaveProperty('token');
    for (let time = 0; time < 2; time++) await signIn(house, wrong, from);
    for (let time = 0; time < 7; time++) {
      const proof = { password: anna.password, address: from.address, field: 'password' };
      expect(await provePassword(house, anna.id, proof)).toHaveProperty('id', anna.id);
    }
    for (let time = 0; time < 2; time++)
      expect(
        await provePassword(house, anna.id, { ...wrong, address: from.address, field: 'password' }),
      ).toMatchObject({ refused: 'wrong-credentials' });
    expect(await signIn(house, anna, from)).toHaveProperty('token');
    expect(await signIn(house, wrong, from)).toMatchObject({ refused: 'wrong-credentials' });
    expect(await signIn(house, anna, from)).toMatchObject({ refused: 'slow-down' });
  });

  test('counts nothing where nothing was tried: who was told that it is busy is let in afterwards', async () => {
    const { house } = limited;
    const anna = await aPerson(house);
    const slow = { ...house, settings: { ...house.settings, passwordMemoryKib: 32_768 } };
    const crowd = Array.from({ length: 70 }, (_, index) =>
      signIn(slow, { email: `crowd-${index}@rondo.example`, password: 'six loud herons' }, from),
    );
    await Promise.any(crowd.map(async (one) => expect(await one).toMatchObject({ refused: 'busy' })));
    const tries = Array.from({ length: 5 }, () => signIn(house, anna, from));
    for (const answer of await Promise.all(tries)) expect(answer).toMatchObject({ refused: 'busy' });
    await Promise.all(crowd);
    expect(await signIn(house, anna, from)).toHaveProperty('token');
  });

  test('renews a hash that was made at another cost', async () => {
    const { house } = free;
    const anna = await aPerson(house);
    const dear = { ...house, settings: { ...house.settings, passwordMemoryKib: 128 } };
    expect(isRefusal(await signIn(dear, anna, from))).toBe(false);
    const row = await house.db
      .selectFrom('person')
      .select('password_hash')
      .where('id', '=', anna.id)
      .executeTakeFirstOrThrow();
    expect(row.password_hash).toContain('m=128,');
    expect(isRefusal(await signIn(dear, anna, from))).toBe(false);
  });
});

describe('while another hash is being stored', () => {
  /** Signs in, and stores a hash of `password` after this sign-in has proved the password and before it has begun. */
  async function signInBeside(password: string) {
    const { house } = free;
    const anna = await aPerson(house);
    const hash = await hashPassword(house, password);
    const { signingIn } = await house.db.transaction().execute(async (tx) => {
      await updatePassword(tx, anna.id, hash);
      const answer = signIn(house, anna, from);
      await until(async () => expect(await sessionsOf(anna.id)).toBe(2));
      // In an object: the transaction must not wait for whoever waits for it.
      return { signingIn: answer };
    });
    return { anna, answer: await signingIn };
  }
  const sessionsOf = async (id: string) =>
    (await free.house.db.selectFrom('session').select('id').where('user_id', '=', id).execute()).length;

  test('the same password, renewed at another device, signs in', async () => {
    const { anna, answer } = await signInBeside('seven quiet herons');
    expect(answer).toEqual({ personId: anna.id, token: expect.any(String) });
    expect(await sessionsOf(anna.id)).toBe(2);
  });

  test('the password of before signs nobody in', async () => {
    const { anna, answer } = await signInBeside('nine early starlings');
    expect(answer).toMatchObject({ refused: 'wrong-credentials' });
    expect(await sessionsOf(anna.id)).toBe(1);
  });

  test('two sign-ins that both renew a hash both succeed', async () => {
    const house = { ...free.house, settings: { ...free.house.settings, passwordMemoryKib: 8_192 } };
    const anna = await aPerson(house);
    const answers = await Promise.all([signIn(house, anna, from), signIn(house, anna, from)]);
    const signedIn = { personId: anna.id, token: expect.any(String) };
    expect(answers).toEqual([signedIn, signedIn]);
  });
});

describe('signing out', () => {
  test('ends the one sign-in and cuts its connections', async () => {
    const cuts: unknown[] = [];
    const house = { ...free.house, cut: (whom: unknown) => void cuts.push(whom) };
    const anna = await aPerson(house);
    const phone = tokenOf(await signIn(house, anna, from));
    await signOut(house, anna.id, anna.sessionId);
    expect((await recognise(house, anna.cookie)).asker).toBeNull();
    expect((await recognise(house, `__Host-sid=${phone}`)).asker?.id).toBe(anna.id);
    expect(cuts).toEqual([{ session: anna.sessionId }]);
  });

  test('leaves the sign-ins of others alone', async () => {
    const cuts: unknown[] = [];
    const house = { ...free.house, cut: (whom: unknown) => void cuts.push(whom) };
    const [anna, ben] = await Promise.all([aPerson(house), aPerson(house)]);
    await signOut(house, anna.id, ben.sessionId);
    expect((await recognise(house, ben.cookie)).asker?.id).toBe(ben.id);
    expect(cuts).toEqual([]);
  });

  test('everywhere ends all of them and nobody else’s', async () => {
    const cuts: unknown[] = [];
    const house = { ...free.house, cut: (whom: unknown) => void cuts.push(whom) };
    const [anna, ben] = await Promise.all([aPerson(house), aPerson(house)]);
    const phone = tokenOf(await signIn(house, anna, from));
    await signOutEverywhere(house, anna.id);
    for (const cookie of [anna.cookie, `__Host-sid=${phone}`])
      expect((await recognise(house, cookie)).asker).toBeNull();
    expect((await recognise(house, ben.cookie)).asker?.id).toBe(ben.id);
    expect(cuts).toEqual([{ person: anna.id }]);
  });
});
