// The handbook for whoever runs Rondo must know every setting and every command there is.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingNames } from '#server/settings.ts';

const handbook = readFileSync('docs/operations.md', 'utf8');
const example = readFileSync('.env.example', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test('every setting is in the handbook, with the default of the example', () => {
  const rows = [...handbook.matchAll(/^\| `([A-Z_]+)` \| (\S*)/gm)].map(([, name, otherwise]) => [
    name,
    otherwise?.replaceAll('`', '') ?? '',
  ]);
  const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, otherwise]) => [name, otherwise]);
  expect(rows.map(([name]) => name)).toEqual([...settingNames]);
  // The address depends on the port, which a table can only say in words.
  const plain = (pairs: unknown[][]) => pairs.filter(([name]) => name !== 'ORIGIN');
  expect(plain(rows).map(([name, otherwise]) => [name, otherwise === '|' ? '' : otherwise])).toEqual(
    plain(lines),
  );
});

test('every command in the handbook exists', () => {
  const named = [...handbook.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name as string);
  expect(named).toContain('rescue');
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});
