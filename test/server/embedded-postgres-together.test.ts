import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Ground, newGround, removeGrounds } from '#test/harness/embedded-ground.ts';
import { endHolders, newHolder, ourselves } from '#test/harness/holder.ts';

// What is raced for here does not depend on the disk; waiting for it would only make the races slower.
const settings = { fsync: 'off' };

let ground: Ground;
beforeAll(() => {
  ground = newGround(ourselves);
});
afterEach(endHolders);
afterAll(removeGrounds);

// In this order: the first test makes the cluster, the others use it.

test('two processes that start at once share one new database', { timeout: 60_000 }, async () => {
  const holders = [1, 2].map(() => newHolder(ourselves, ground.temporaryFolder));
  const started = await Promise.all(holders.map((holder) => holder.start(ground.directory, settings)));
  expect(started.map(({ adopted }) => adopted).sort()).toEqual([false, true]);
  expect(started[0]!.url).toBe(started[1]!.url);

  const [one, other] = holders as [(typeof holders)[0], (typeof holders)[0]];
  await one.query('create table shared as select 7 as seven');
  expect(await other.query('select seven from shared')).toEqual([{ seven: 7 }]);

  expect(await one.stop()).toBe('left running');
  expect(await other.query('select seven from shared')).toEqual([{ seven: 7 }]);
  expect(await other.stop()).toBe('stopped');
  await ground.expectNothingLeft();
});

test('of several that leave at the same moment, one stops it and nothing is left', {
  timeout: 60_000,
}, async () => {
  const holders = [1, 2, 3].map(() => newHolder(ourselves, ground.temporaryFolder));
  for (let round = 0; round < 5; round++) {
    await Promise.all(holders.map((holder) => holder.start(ground.directory, settings)));
    const ends = await Promise.all(holders.map((holder) => holder.stop()));
    expect(ends).toContain('stopped');
    await ground.expectNothingLeft();
  }
});

test('whoever comes while the last one leaves has a database that stays', { timeout: 60_000 }, async () => {
  const holders = [1, 2].map(() => newHolder(ourselves, ground.temporaryFolder));
  let [leaving, coming] = holders as [(typeof holders)[0], (typeof holders)[0]];
  await leaving.start(ground.directory, settings);
  const ends = new Set<string>();
  for (let round = 0; round < 30; round++) {
    // A few questions first, so that the two meet at another point in every round.
    const left = Array.from({ length: round % 6 })
      .reduce<Promise<unknown>>((before) => before.then(() => leaving.query('select 1')), Promise.resolve())
      .then(() => leaving.stop());
    await coming.start(ground.directory, settings);
    ends.add(await left);
    expect(await coming.query('select seven from shared')).toEqual([{ seven: 7 }]);
    expect(await coming.said()).toEqual([]);
    [leaving, coming] = [coming, leaving];
  }
  expect(await leaving.stop()).toBe('stopped');
  await ground.expectNothingLeft();
  expect(ends).toContain('left running');
});

test('processes with different temporary folders find the same server', { timeout: 60_000 }, async () => {
  const elsewhere = path.join(ground.temporaryFolder, 'elsewhere');
  mkdirSync(elsewhere);
  const one = newHolder(ourselves, elsewhere);
  const other = newHolder(ourselves, ground.temporaryFolder);
  await one.start(ground.directory, settings);
  expect(await other.start(ground.directory, settings)).toMatchObject({ adopted: true });
  expect(await one.stop()).toBe('left running');
  expect(await other.stop()).toBe('stopped');
});
