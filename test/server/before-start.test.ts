import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A small project of its own around the real script and the real builder.
const project = fileURLToPath(new URL('../..', import.meta.url));
const root = mkdtempSync(path.join(os.tmpdir(), 'rondo-before-start-'));
const files = {
  'package-lock.json': '{}',
  'vite.config.ts': `import { appendFileSync, existsSync } from 'node:fs';
    import { vitePlugin } from '@remix-run/dev';
    import remixConfig from './remix.config.js';
    const meanwhile = {
      name: 'meanwhile',
      apply: (_config, { isSsrBuild }) => isSsrBuild,
      renderStart() { if (existsSync('edit')) appendFileSync('app/root.tsx', ' '); },
      closeBundle() { if (existsSync('full-disk')) throw new Error('ENOSPC: no space left on device, write'); },
    };
    export default { plugins: [vitePlugin(remixConfig), meanwhile] };`,
  'app/routes.ts': 'export default [];',
  // With an entry of its own the builder has no wish to install anything.
  'app/entry.server.tsx': 'export default function answer() { return new Response(); }',
  'app/root.tsx': 'export default function Root() { return <p>Hello</p>; }',
};

function write(name: keyof typeof files, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

function beforeStart(...flags: string[]): { status: number | null; out: string; said: string } {
  const script = path.join(root, 'server', 'before-start.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, script], { encoding: 'utf8' });
  return { status, out: stdout, said: stderr };
}

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) write(name as keyof typeof files, text);
  for (const name of ['package.json', 'remix.config.js', 'server/before-start.mjs'])
    cpSync(path.join(project, name), path.join(root, name));
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

// In this order: each test finds what the one before it built.

test('an old Node is told apart in one sentence, before anything is built', () => {
  const asOld = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"22.17.1"})';
  const { status, out, said } = beforeStart('--import', asOld);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(said).toMatch(
    /^Rondo needs Node 22\.18 or newer and this is 22\.17\.1; .*npm ci --include=optional.*\n$/,
  );
});

test('missing pages are built, with one line to say so', { timeout: 60_000 }, () => {
  const { status, out, said } = beforeStart();
  expect({ status, said }).toEqual({ status: 0, said: '' });
  expect(out).toMatch(/^Building the pages, this takes a moment … done in \d+ s\.\n$/);
  expect(statSync(path.join(root, 'build', 'server', 'index.js')).isFile()).toBe(true);
});

test('pages that are up to date are left as they are, in silence', () => {
  expect(beforeStart()).toEqual({ status: 0, out: '', said: '' });
});

test.each(['app/root.tsx', 'vite.config.ts', 'package-lock.json'])('a later %s means building', (name) => {
  const later = new Date(Date.now() + 60_000);
  utimesSync(path.join(root, name), later, later);
  rmSync(path.join(root, 'node_modules'));
  expect(beforeStart()).toEqual({ status: 1, out: '', said: expect.stringContaining('run "npm ci"') });
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'));
  utimesSync(path.join(root, name), new Date(0), new Date(0));
});

test('a build that ended halfway is none, whatever there was before: the next start builds again', {
  timeout: 120_000,
}, () => {
  const page = path.join(root, 'app', 'root.tsx');
  const later = new Date(Date.now() + 60_000);
  utimesSync(page, later, later);
  writeFileSync(path.join(root, 'full-disk'), '');
  expect(beforeStart()).toMatchObject({ status: 1, said: expect.stringContaining('ENOSPC') });
  expect(statSync(path.join(root, 'build', 'server', 'index.js')).isFile()).toBe(true);

  // Older than the whole build of before, which is no more.
  utimesSync(page, new Date(0), new Date(0));
  rmSync(path.join(root, 'full-disk'));
  expect(beforeStart()).toEqual({ status: 0, out: expect.stringMatching(/done in/), said: '' });
  expect(beforeStart()).toEqual({ status: 0, out: '', said: '' });
});

test('a page that was edited while it was built is built again', { timeout: 120_000 }, () => {
  rmSync(path.join(root, 'build'), { recursive: true });
  writeFileSync(path.join(root, 'edit'), '');
  expect(beforeStart()).toMatchObject({ status: 0, out: expect.stringMatching(/done in/) });

  rmSync(path.join(root, 'edit'));
  expect(beforeStart()).toMatchObject({ status: 0, out: expect.stringMatching(/done in/) });
  expect(beforeStart()).toEqual({ status: 0, out: '', said: '' });
});

test('a page that cannot be built stops the start and says why', { timeout: 60_000 }, () => {
  write('app/root.tsx', 'export default function Root( {');
  const { status, out, said } = beforeStart();
  expect({ status, out }).toEqual({ status: 1, out: expect.stringMatching(/failed\.\n$/) });
  expect(said).toContain('root.tsx');
});
