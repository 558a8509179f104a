import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { smallBuilds } from '#server/http/small-builds.ts';

type Entry = { id: string; parentId?: string; path?: string; index?: boolean };
type Config = (typeof routes)[number];

/** Our own routes, in the form in which a build has them. */
function entriesOf(config: readonly Config[], parentId: string): Entry[] {
  return config.flatMap(({ file, path, index, children = [] }) => [
    { id: file, parentId, ...(path ? { path } : {}), ...(index ? { index } : {}) },
    ...entriesOf(children, file),
  ]);
}

const entries = [{ id: 'root', path: '' }, ...entriesOf(routes, 'root')];
const byId = Object.fromEntries(entries.map((entry) => [entry.id, entry]));
const whole = { routes: byId, assets: { version: '1', routes: byId } } as unknown as ServerBuild;

/** Which routes a build finds for a path, as the framework looks. */
function found({ routes }: ServerBuild, path: string): string[] {
  const under = (parent?: string): Parameters<typeof matchRoutes>[0] =>
    Object.values(routes)
      .filter(({ parentId }) => parentId === parent)
      .map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: under(id) }));
  return (matchRoutes(under(), path) ?? []).map(({ route }) => route.id ?? '');
}

const words = [...new Set(entries.flatMap(({ path }) => path?.split('/') ?? []))].filter(Boolean);
const segment = fc.oneof(
  fc.constantFrom(...words, ...words.map((word) => word.toUpperCase())),
  fc.constantFrom('', '.', '..', 'a', '0199-b_c', 'minutes%2Emd', 'a%2Fb', '%74oday', 'ä', 'today.data'),
  fc.string({ minLength: 1, maxLength: 5 }).map(encodeURIComponent),
);
const paths = fc.array(segment, { maxLength: 8 }).map((segments) => `/${segments.join('/')}`);

test('a small build finds the same routes as the whole one, for the path and for those above it', () => {
  const small = smallBuilds(whole);
  fc.assert(
    fc.property(paths, (path) => {
      const above = path.split('/').map((_, place, all) => all.slice(0, place + 1).join('/') || '/');
      for (const one of [path, ...above]) expect(found(small(path), one)).toEqual(found(whole, one));
    }),
    { numRuns: 500 },
  );
});

test('a build is small, and one for all paths that lead to the same routes', () => {
  const small = smallBuilds(whole);
  const build = small('/today');
  expect(Object.keys(build.routes)).toHaveLength(5);
  expect(Object.keys(build.assets.routes)).toEqual(Object.keys(build.routes));
  expect(small('/TODAY')).toBe(build);
  expect(small('/meetings/a/room')).toBe(small('/meetings/b-c/room'));
});

test('a browser that moves by script learns of every route there is', () => {
  expect(smallBuilds(whole)('/__manifest')).toBe(whole);
});

test('what cannot be told at a glance, and one shape too many, gets the whole build', () => {
  const small = smallBuilds(whole);
  for (const path of ['//today', '/today/', '/%74oday', '/1/2/3/4/5/6/7']) expect(small(path)).toBe(whole);
  const known = small('/today');
  for (const path of combinations(4)) small(path);
  expect(small('/me/me/me/me')).toBe(whole);
  expect(small('/today')).toBe(known);
});

function combinations(depth: number): string[] {
  if (depth === 0) return [''];
  return combinations(depth - 1).flatMap((path) =>
    ['today', 'search', 'groups', 'a', 'room'].map((one) => `${path}/${one}`),
  );
}
