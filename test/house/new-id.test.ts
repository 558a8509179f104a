import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newId } from '#app/screens/live/new-id.ts';
import { idSchema } from '#server/rooms/command-schema.ts';

test('an id of a browser is one that the server takes, and another one each time', () => {
  const ids = Array.from({ length: 10_000 }, newId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.every((id) => idSchema.safeParse(id).success)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(ids.map((id) => id[19]))).toEqual(new Set('89ab'));
});

test('nothing that browsers run asks for what they have over https alone', () => {
  const asking = globSync('app/**/*.{ts,tsx}').filter((file) =>
    /crypto\.(randomUUID\(|subtle)/.test(readFileSync(file, 'utf8')),
  );
  expect(asking).toEqual([]);
});
