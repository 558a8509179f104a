// What may import what: the table of docs/architecture.md, held against the real imports.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

type Room = { name: string; files: string; may: RegExp[] };

const remix = /^@remix-run\/(react|node)$/;
const react = /^(react|react-dom)(\/.*)?$/;
const own = (place: string) => new RegExp(`^${place}(/|$)`);
const node = /^node:/;

/** The first row that names a file is the one that counts. */
const rooms: Room[] = [
  { name: 'app/domain', files: 'app/domain/**/*.ts', may: [own('app/domain'), /^fractional-indexing$/] },
  {
    name: 'app/ui',
    files: 'app/ui/**/*.{ts,tsx}',
    may: [own('app/ui'), react, /^@remix-run\/react$/, /^lucide-react\/icons\//],
  },
  {
    name: 'app/screens/live (sockets)',
    files: 'app/screens/live/*.{ts,tsx}',
    may: [own('app/screens/live'), own('app/domain'), react, /^socket\.io-client$/, /^idb$/],
  },
  {
    name: 'app/screens/notes (writing together)',
    files: 'app/screens/notes/*.{ts,tsx}',
    may: [
      own('app/screens'),
      own('app/domain'),
      own('app/ui'),
      react,
      /^@remix-run\/react$/,
      /^lucide-react\/icons\//,
      /^(yjs|y-protocols|@tiptap)(\/|$)/,
    ],
  },
  {
    name: 'app/screens',
    files: 'app/screens/**/*.{ts,tsx}',
    may: [
      own('app/screens'),
      own('app/domain'),
      own('app/ui'),
      /^app\/http\/(form|door)\.server$/,
      react,
      /^@remix-run\/react$/,
      /^lucide-react\/icons\//,
      /^(mdast|micromark|@atlaskit\/pragmatic-drag-and-drop)/,
    ],
  },
  {
    name: 'app/http',
    files: 'app/http/**/*.ts',
    may: [
      own('app/http'),
      own('app/domain'),
      own('db'),
      own('server'),
      /^@remix-run\/node$/,
      /^zod$/,
      /^kysely$/,
    ],
  },
  {
    name: 'app/routes',
    files: 'app/routes/**/*.{ts,tsx}',
    may: [
      own('app/screens'),
      own('app/http'),
      own('app/domain'),
      own('app/ui'),
      own('db'),
      own('server'),
      remix,
      /^zod$/,
      react,
    ],
  },
  {
    name: 'db',
    files: 'db/**/*.ts',
    may: [own('db'), own('app/domain'), /^kysely(\/migration)?$/, node],
  },
  {
    name: 'server/live',
    files: 'server/live/**/*.ts',
    may: [own('server'), own('app/domain'), /^socket\.io$/, /^zod$/, node],
  },
];

/** Files that stand outside their room's row, each with its reason in its own head. */
const exceptions: Record<string, RegExp[]> = {
  'db/connect.ts': [/^pg$/],
};

const serverNoun = { never: [own('app/(screens|ui|routes|http)'), remix, /^socket\.io/, react] };
const mayKnowRemix = /^server\/(http|main|start|open-house)/;

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = [
    ...text.matchAll(/^(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(['"]([^'"]+)['"]\)/g),
  ];
  return found
    .map(([, name]) => resolved(file, name as string))
    .filter((name) => !/\.(css|json)(\?.*)?$/.test(name));
}

/** An import as a path from the project's root without its ending, or the package's name. */
function resolved(file: string, name: string): string {
  const inside = name.startsWith('#')
    ? name.slice(1)
    : name.startsWith('.')
      ? path.join(path.dirname(file), name)
      : null;
  return inside === null ? name : inside.replace(/\.(ts|tsx)$/, '');
}

const seen = new Set<string>();
describe.each(rooms)('$name', ({ files, may }) => {
  const here = globSync(files).filter((file) => !seen.has(file));
  for (const file of here) seen.add(file);

  test('imports only what its row allows', () => {
    const odd = here.flatMap((file) => {
      const allowed = [...may, ...(exceptions[file] ?? [])];
      return importsOf(file)
        .filter((name) => !allowed.some((pattern) => pattern.test(name)))
        .map((name) => `${file} → ${name}`);
    });
    expect(here.length).toBeGreaterThan(0);
    expect(odd).toEqual([]);
  });
});

test('server nouns know neither pages nor sockets', () => {
  const apart = ['server/demo/live-player.ts'];
  const files = globSync('server/**/*.ts').filter(
    (file) => !mayKnowRemix.test(file) && !file.startsWith('server/live/') && !apart.includes(file),
  );
  const odd = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => serverNoun.never.some((pattern) => pattern.test(name)))
      .map((name) => `${file} → ${name}`),
  );
  expect(odd).toEqual([]);
});

test('socket.io-client, lucia and pg are imported in their one file', () => {
  const files = globSync('{app,db,server}/**/*.{ts,tsx}');
  const users = (name: RegExp) =>
    files.filter((file) => importsOf(file).some((one) => name.test(one))).sort();
  expect(users(/^socket\.io-client$/)).toEqual(['app/screens/live/socket.ts', 'server/demo/live-player.ts']);
  expect(users(/^lucia$/)).toEqual(['server/auth/sessions.ts']);
});

test('nobody imports server/main, and no route imports another', () => {
  const files = globSync('{app,db,server,test}/**/*.{ts,tsx}');
  const odd = files.filter((file) =>
    importsOf(file).some((name) => name === 'server/main' || name.startsWith('app/routes/')),
  );
  expect(odd).toEqual([]);
});
