import { afterAll, beforeAll, expect, test } from 'vitest';
import { assertDurable } from '#db/durable.ts';
import { type TestDatabase, testDatabase } from '#test/harness/database.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

test('a database that may forget is refused, with every reason', async () => {
  await expect(assertDurable(base.db)).rejects.toThrowErrorMatchingInlineSnapshot(`
    [Error: This database cannot be trusted with what members write:
    - fsync must be on
    - full_page_writes must be on
    - synchronous_commit must be on, not off]
  `);
});

test('a test may use one all the same', async () => {
  await assertDurable(base.db, { allowUnsafe: true });
});
