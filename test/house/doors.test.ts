// One registry of doors: whatever can be asked of Rondo stands in `app/http/doors.ts` or `server/live/doors.ts`.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { doors } from '#app/http/doors.ts';
import { socketDoors } from '#server/live/doors.ts';
import { exportsOf, type RouteSource, readPages, readRoute } from './door-sources.ts';

const files = globSync('app/routes/**/*.{ts,tsx}').sort();
const routes = new Map<string, RouteSource>(files.map((file) => [file, readRoute(file)]));
const { pages, frames } = readPages();

/** All that a route may hand out: its doors, its screen, and what the frame around it wants to know. */
const mayExport = ['loader', 'action', 'default', 'meta', 'handle'];
/** A frame around pages knows nothing by itself. */
const frameMayExport = ['default', 'ErrorBoundary'];
const serverSide = ['loader', 'action', 'headers'];

function mayExportFrom(file: string): string[] {
  return frames.includes(file) ? frameMayExport : mayExport;
}

describe('the doors of the pages', () => {
  test('every route stands at one path, and every path has its file', () => {
    expect(files.length).toBeGreaterThan(20);
    expect([...pages.map((page) => page.file), ...frames].sort()).toEqual(files);
    const paths = pages.map((page) => page.path);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });

  test('every loader and action is made with the name of a registered door', () => {
    const faults = [...routes].flatMap(([file, { faults, exports }]) => [
      ...faults,
      ...exports
        .filter((name) => !mayExportFrom(file).includes(name))
        .map((name) => `${file} exports ${name}`),
    ]);
    expect(faults).toEqual([]);
    const opened = [...routes.values()].flatMap((route) => route.doors.map((door) => door.name));
    expect(opened.filter((name) => !(name in doors))).toEqual([]);
  });

  test('every path has a door to read it', () => {
    const closed = pages.filter(({ file }) => !routes.get(file)?.doors.some((door) => door.by === 'read'));
    expect(closed).toEqual([]);
  });

  test('every door is opened once, by the route at its path, in the way it says', () => {
    const found = pages.flatMap(({ file, path }) =>
      (routes.get(file)?.doors ?? []).map(({ name, by }) => ({ name, by, path })),
    );
    const promised = Object.entries(doors).map(([name, { path, method }]) => ({
      name,
      by: method === 'GET' ? 'read' : 'act',
      path,
    }));
    const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);
    expect(found.sort(byName)).toEqual(promised.sort(byName));
  });

  test('beside the routes only the root has a loader, which tells visitors about themselves', () => {
    const others = globSync('app/**/*.{ts,tsx}').filter((file) => !file.startsWith('app/routes/'));
    const named = others.filter((file) => /\b(?:loader|action|headers)\b/i.test(readFileSync(file, 'utf8')));
    const odd = named.filter((file) => exportsOf(file).some((name) => serverSide.includes(name)));
    expect(odd).toEqual(['app/root.tsx']);
    expect(exportsOf('app/root.tsx')).toContain('loader');
    expect(exportsOf('app/root.tsx')).not.toContain('action');
  });
});

test('beside the pages the edge itself answers nothing but health', () => {
  const answers = /\b\w+\.(?:get|head|post|put|patch|delete|all|route)\(\s*'(\/[^']*)'/g;
  const paths = globSync('server/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(answers)].map(([, path]) => path),
  );
  expect(paths.sort()).toEqual(['/healthz', '/readyz']);
});

describe('the doors of the sockets', () => {
  const listens =
    /\b(?:socket|io|sockets|nsp|namespace)\s*\.\s*(?:on|once|onAny|prependAny|use)\(\s*(?:'([^']*)')?/g;
  const heard = globSync('server/**/*.ts')
    .sort()
    .filter((file) => !file.startsWith('server/demo/'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(listens)].map(([call, event]) => ({
        file,
        what: event ?? call.replaceAll(/\s|\($/g, ''),
      })),
    );

  const gates = ['server/live/gateway.ts', 'server/live/notes-doors.ts'];

  test('a socket is listened to in the gateway and at the notes alone', () => {
    expect(heard.filter(({ file }) => !gates.includes(file))).toEqual([
      { file: 'server/live/handshake.ts', what: 'io.use' },
      { file: 'server/live/live.ts', what: 'connection' },
      // From another process of this house, and no door for a browser.
      { file: 'server/live/live.ts', what: 'word' },
    ]);
  });

  test('every event it listens to is a registered door, parsed and answered by the one wrapper', () => {
    const source = gates.map((file) => readFileSync(file, 'utf8')).join('\n');
    const events = heard.filter(({ file }) => gates.includes(file)).map(({ what }) => what);
    const registered = Object.keys(socketDoors);
    expect(events.sort()).toEqual([...registered, 'disconnect'].sort());
    const named = (shape: RegExp) => [...source.matchAll(shape)].map(([, name]) => name).sort();
    expect(named(/socket\.on\(\s*'([\w.]+)',\s*doors(?:\.\1|\['\1'\])\)/g)).toEqual(events.sort());
    const wrapped = /(?<=[\s'])([\w.]+)'?:\s*answering\(\s*house,\s*'\1',\s*socketDoors(?:\.\1|\['\1'\]),/g;
    expect(named(wrapped)).toEqual(registered.sort());
  });
});
