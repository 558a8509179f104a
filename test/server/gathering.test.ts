import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { DB } from '#db/schema.ts';
import { gathering } from '#server/gathering.ts';

// Only told apart, never asked.
const [here, there] = [{}, {}] as [Kysely<DB>, Kysely<DB>];

test('what is asked within one turn is one question, each gets their own answer, and the next turn asks anew', async () => {
  const asked: number[][] = [];
  const double = gathering(async (_db, keys: number[]) => {
    asked.push(keys);
    return keys.map((key) => key * 2);
  });
  expect(await Promise.all([double(here, 1), double(here, 2), double(there, 3), double(here, 1)])).toEqual([
    2, 4, 6, 2,
  ]);
  expect(asked).toEqual([[1, 2, 1], [3]]);
  expect(await double(here, 4)).toBe(8);
  expect(asked).toHaveLength(3);
});

test('a question that fails fails for all who asked it, and for nobody after them', async () => {
  let works = false;
  const ask = gathering(async (_db, keys: number[]) => {
    if (!works) throw new Error('no database');
    return keys;
  });
  const both = await Promise.allSettled([ask(here, 1), ask(here, 2)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  works = true;
  expect(await ask(here, 3)).toBe(3);
});

test('two questions are under way at most, and what is asked meanwhile is the next one', async () => {
  const under: { keys: number[]; answer: (answers: number[]) => void }[] = [];
  const ask = gathering(
    (_db, keys: number[]) => new Promise<number[]>((answer) => under.push({ keys, answer })),
  );
  const answers: Promise<number>[] = [];
  for (const key of [1, 2, 3, 4]) {
    answers.push(ask(here, key));
    await nextTurn();
    await nextTurn();
  }
  expect(under.map(({ keys }) => keys)).toEqual([[1], [2]]);
  under[0]?.answer([10]);
  expect(await answers[0]).toBe(10);
  await nextTurn();
  expect(under.map(({ keys }) => keys)).toEqual([[1], [2], [3, 4]]);
  under[1]?.answer([20]);
  under[2]?.answer([30, 40]);
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40]);
});
