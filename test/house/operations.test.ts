// The handbook for whoever runs Rondo must know every setting and every command there is.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSettings, type SettingsError, settingNames } from '#server/settings.ts';

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

test('where a % in a password has to be written otherwise, its row says so', () => {
  const addresses = ['postgres', 'redis', 'smtp'].map((scheme) => `${scheme}://user:100%@host:1`);
  const refuses = (name: string) =>
    addresses.some((address) => faultsOf({ [name]: address }).some((fault) => fault.includes('%25')));
  const says = (name: string) => new RegExp(`^\\| \`${name}\` .*%25`, 'm').test(handbook);
  expect(settingNames.filter(says)).toEqual(settingNames.filter(refuses));
  expect(settingNames.filter(refuses)).toContain('REDIS_URL');
});

function faultsOf(env: Record<string, string>): string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    return (error as SettingsError).faults;
  }
}

test('every command in the handbook exists', () => {
  const named = [...handbook.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name as string);
  expect(named).toContain('rescue');
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});
