// Rules are numbered in the domain file that holds them, and tests quote the number: neither side may miss one.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const read = (pattern: string) => globSync(pattern).map((file) => readFileSync(file, 'utf8'));
const nouns = [...new Set(globSync('app/domain/*/*.ts').map((file) => path.basename(path.dirname(file))))];

/** Rules as the opening comments number them: ` * A1 Order is …`. */
function rulesIn(texts: string[]): Set<string> {
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/^ \* ([A-Z]\d+) \S/gm)].map(([, rule]) => rule as string)),
  );
}

/** Numbers at the start of test names: `test('A1 A2 …')`. */
function quotedIn(texts: string[]): Set<string> {
  const names = texts.flatMap((text) => [
    ...text.matchAll(/\b(?:test|it|describe)(?:\.each\([^)]*\))?\(\s*['"`]([^'"`]*)/g),
  ]);
  return new Set(
    names.flatMap(([, name]) =>
      [...(name as string).matchAll(/\b([A-Z]\d+)\b/g)].map(([, rule]) => rule as string),
    ),
  );
}

describe.each(nouns)('%s', (noun) => {
  const rules = rulesIn(read(`app/domain/${noun}/*.ts`));
  const quoted = quotedIn(read(`test/domain/${noun}/**/*.test.ts`));

  test('every rule is quoted by a test', () => {
    expect([...rules].filter((rule) => !quoted.has(rule))).toEqual([]);
  });

  test('every number a test quotes is a rule', () => {
    expect([...quoted].filter((rule) => !rules.has(rule))).toEqual([]);
  });
});

test('every rule of the protocol is quoted by a test', () => {
  const protocol = readFileSync('docs/protocol.md', 'utf8');
  const rules = [...protocol.matchAll(/^- \*\*(P\d+)\*\*/gm)].map(([, rule]) => rule as string);
  const quoted = quotedIn(read('test/{server,live,routes,journeys,domain}/**/*.{test,journey}.ts'));
  expect(rules.length).toBeGreaterThan(0);
  expect(rules.filter((rule) => !quoted.has(rule))).toEqual([]);
});
