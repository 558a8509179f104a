import { describe, expect, test } from 'vitest';
import { openHashingQueue } from '#server/auth/hashing-queue.ts';
import { hashPassword, isOutdated, verifyPassword } from '#server/auth/passwords.ts';
import type { House } from '#server/house.ts';
import { readSettings } from '#server/settings.ts';

/** Hashing needs nothing of the house but its settings. */
function houseAt(passwordMemoryKib: number): House {
  return { settings: { ...readSettings({}), passwordMemoryKib } } as House;
}
const house = houseAt(64);

describe('password hashes', () => {
  test('carry their parameters and a salt of their own', async () => {
    const [one, other] = await Promise.all([hashPassword(house, 'herons'), hashPassword(house, 'herons')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=64,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
  });

  test('fit their password alone', async () => {
    const hash = await hashPassword(house, 'Grün');
    expect(await verifyPassword(house, 'Grün', hash)).toBe(true);
    expect(await verifyPassword(house, 'Gru\u0308n', hash)).toBe(true);
    expect(await verifyPassword(house, 'grün', hash)).toBe(false);
    expect(await verifyPassword(house, '', hash)).toBe(false);
  });

  test('fit at another cost too, and are then outdated', async () => {
    const hash = await hashPassword(house, 'herons');
    expect(await verifyPassword(houseAt(128), 'herons', hash)).toBe(true);
    expect(isOutdated(house, hash)).toBe(false);
    expect(isOutdated(houseAt(128), hash)).toBe(true);
  });

  test.each([null, undefined, '', 'plain', '$argon2i$v=19$m=64,t=2,p=1$AAAA$AAAA'])(
    'nothing fits where no hash is stored: %j',
    async (stored) => {
      expect(await verifyPassword(house, '', stored)).toBe(false);
    },
  );

  test('the hash of a known password can be checked with any other implementation', async () => {
    // The reference implementation's own test: argon2id, 2 passes, 256 KiB, 1 lane, "password", salt "somesalt".
    const reference = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
    expect(await verifyPassword(house, 'password', reference)).toBe(true);
  });
});

describe('the line for hashing', () => {
  test('serves few at once, in order, and turns the rest away', async () => {
    const queue = openHashingQueue(2, 3);
    const gates: (() => void)[] = [];
    const done: number[] = [];
    let most = 0;
    let running = 0;
    const work = (number: number) => async () => {
      most = Math.max(most, ++running);
      await new Promise<void>((open) => gates.push(open));
      running--;
      done.push(number);
      return number;
    };

    const results = [0, 1, 2, 3, 4, 5, 6].map((number) => queue.run(work(number)));
    expect(await Promise.all(results.slice(5))).toEqual(['busy', 'busy']);
    for (let opened = 0; opened < 5; opened++) {
      await expect.poll(() => gates.length).toBeGreaterThan(0);
      gates.shift()?.();
    }
    expect(await Promise.all(results.slice(0, 5))).toEqual([0, 1, 2, 3, 4]);
    expect(done).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
    expect(await queue.run(async () => 'free again')).toBe('free again');
  });

  test('goes on after work that failed', async () => {
    const queue = openHashingQueue(1, 1);
    await expect(
      queue.run(async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await queue.run(async () => 'yes')).toBe('yes');
  });
});
