import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standardFigures } from '#server/limits/figures.ts';
import { openLimits } from '#server/limits/limits.ts';
import { type TestDatabase, testDatabase } from '#test/harness/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const figures = {
  shared: { points: 3, seconds: 60, shared: true },
  own: { points: 3, seconds: 60, shared: false },
  short: { points: 1, seconds: 1, shared: true },
};
const open = () => openLimits(database.pool, figures);

async function takes(limits: ReturnType<typeof open>, bucket: string, key: string, times: number) {
  const waits: number[] = [];
  for (let time = 0; time < times; time++) waits.push(await limits.take(bucket, key));
  return waits;
}

describe.for(['shared', 'own'])('a %s bucket', (bucket) => {
  test('gives several at once, down to the last', async () => {
    const limits = open();
    expect(await limits.take(bucket, `${bucket}-several`, 2)).toBe(0);
    expect(await limits.take(bucket, `${bucket}-several`, 1)).toBe(0);
    expect(await limits.take(bucket, `${bucket}-several`, 1)).toBeGreaterThan(0);
    expect(await limits.take(bucket, `${bucket}-too-many`, 4)).toBeGreaterThan(0);
  });

  test('gives its points, then says how long to wait', async () => {
    const waits = await takes(open(), bucket, `${bucket}-gives`, 5);
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    for (const wait of waits.slice(3)) {
      expect(wait).toBeGreaterThan(55_000);
      expect(wait).toBeLessThanOrEqual(60_000);
    }
  });

  test('counts what was given back as never taken', async () => {
    const limits = open();
    const key = `${bucket}-back`;
    await takes(limits, bucket, key, 2);
    for (let time = 0; time < 5; time++) {
      expect(await limits.take(bucket, key)).toBe(0);
      await limits.giveBack(bucket, key);
    }
    expect(await limits.take(bucket, key)).toBe(0);
    expect(await limits.take(bucket, key)).toBeGreaterThan(0);
  });

  test('counts each key by itself', async () => {
    const limits = open();
    await takes(limits, bucket, `${bucket}-one`, 4);
    expect(await limits.take(bucket, `${bucket}-two`)).toBe(0);
  });

  test('gives no more than its points to a hundred who come at once', async () => {
    const limits = open();
    const waits = await Promise.all(Array.from({ length: 100 }, () => limits.take(bucket, `${bucket}-race`)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });
});

test('a shared bucket counts over processes, and a restart does not empty it', async () => {
  await takes(open(), 'shared', 'everywhere', 3);
  expect(await open().take('shared', 'everywhere')).toBeGreaterThan(0);
});

test('after its time a bucket gives again', async () => {
  const limits = open();
  expect(await limits.take('short', 'again')).toBe(0);
  const wait = await limits.take('short', 'again');
  expect(wait).toBeGreaterThan(0);
  await pause(wait + 20);
  expect(await limits.take('short', 'again')).toBe(0);
});

test('the table knows no addresses', async () => {
  await open().take('shared', 'ana@example.org');
  const { rows } = await database.pool.query('select key from rate_limit');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('ana');
});

test('all addresses of one IPv6 network are one visitor, and another network is another', async () => {
  const limits = open();
  for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::', '2001:0db8:1:2:a:b:c:d'])
    expect(await limits.take('shared', address)).toBe(0);
  expect(await limits.take('shared', '2001:db8:1:2::9')).toBeGreaterThan(0);
  expect(await limits.take('shared', '2001:db8:1:3::1')).toBe(0);
});

test('an unknown bucket is a mistake of ours', async () => {
  await expect(open().take('nonsense', 'x')).rejects.toThrow('There is no bucket nonsense.');
  await expect(open().giveBack('nonsense', 'x')).rejects.toThrow('There is no bucket nonsense.');
});

test('without the database a shared bucket fails instead of letting through', async () => {
  const gone = await testDatabase();
  const limits = openLimits(gone.pool, figures);
  await gone.drop();
  await expect(limits.take('shared', 'x')).rejects.toThrow();
});

test('the figures are those of the trust goals', () => {
  const { 'sign-in-pair': pair, 'sign-in': address, recover, redeem, invite, read, write } = standardFigures;
  expect(pair).toEqual({ points: 5, seconds: 15 * 60, shared: true });
  expect(address).toEqual({ points: 50, seconds: 3_600, shared: true });
  expect([recover.points, recover.seconds]).toEqual([20, 3_600]);
  expect([redeem.points, redeem.seconds]).toEqual([60, 3_600]);
  expect([invite.points, invite.seconds]).toEqual([50, 86_400]);
  expect([read.points, write.points]).toEqual([600, 120]);
});
