// The framework looks for a page's route many times in each request, among all routes. Most of them can never be meant by an
// address of this shape, so each shape gets a build that has only the routes that can.
import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';

type Routes = ServerBuild['routes'];
type Tree = Parameters<typeof matchRoutes>[0];

/** More shapes than these are nobody's pages; they are answered by the whole build. */
const MOST_SHAPES = 500;
const DEEPEST = 6;
/** Letters, digits, `_` and `-`: a segment that means the same to the framework however it looks at it. */
const plain = /^[\w-]+$/;

/**
 * Finds the build that is enough for a path: with the routes that the path and the paths above it lead to, which is what a
 * page names to the browser. Which these are is asked of the framework itself, once for each shape of paths.
 */
export function smallBuilds(build: ServerBuild): (path: string) => ServerBuild {
  const tree = treeOf(build.routes);
  const words = new Set(Object.values(build.routes).flatMap(({ path }) => wordsOf(path)));
  const byShape = new Map<string, ServerBuild>();
  const byRoutes = new Map<string, ServerBuild>();

  function make(path: string): ServerBuild {
    const ids = new Set(pathsAbove(path).flatMap((one) => idsAt(tree, one)));
    const name = [...ids].sort().join(' ');
    const small = byRoutes.get(name) ?? { ...build, ...onlyRoutes(build, ids) };
    byRoutes.set(name, small);
    return small;
  }

  return (path) => {
    const shape = shapeOf(path, words);
    if (shape === null) return build;
    const known = byShape.get(shape);
    if (known || byShape.size >= MOST_SHAPES) return known ?? build;
    const small = make(path);
    byShape.set(shape, small);
    return small;
  };
}

/**
 * A path with a star for each segment that is no word of any route: paths of one shape lead to the same routes. Null when
 * that cannot be said at a glance.
 */
function shapeOf(path: string, words: ReadonlySet<string>): string | null {
  if (path === '/') return path;
  // A browser that moves by script asks here for the routes of any page.
  if (path === '/__manifest') return null;
  const segments = path.slice(1).split('/');
  if (segments.length > DEEPEST) return null;
  let shape = '';
  for (const segment of segments) {
    const word = segment.toLowerCase();
    if (words.has(word)) shape += `/${word}`;
    else if (plain.test(segment)) shape += '/*';
    else return null;
  }
  return shape;
}

function wordsOf(path: string | undefined): string[] {
  return (path ?? '')
    .toLowerCase()
    .split('/')
    .filter((segment) => segment && !/^[:*]/.test(segment));
}

/** `/a/b` as `/`, `/a` and `/a/b`. */
function pathsAbove(path: string): string[] {
  const segments = path.split('/').filter(Boolean);
  return ['/', ...segments.map((_, place) => `/${segments.slice(0, place + 1).join('/')}`)];
}

function idsAt(tree: Tree, path: string): string[] {
  return (matchRoutes(tree, path) ?? []).map(({ route }) => route.id ?? '');
}

function treeOf(routes: Routes, parent?: string): Tree {
  return Object.values(routes)
    .filter(({ parentId }) => parentId === parent)
    .map(({ id, path, index, caseSensitive }) =>
      index ? { id, path, index, caseSensitive } : { id, path, caseSensitive, children: treeOf(routes, id) },
    );
}

function onlyRoutes({ routes, assets }: ServerBuild, ids: ReadonlySet<string>) {
  const only = <Route>(all: Record<string, Route>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
  return { routes: only(routes) as Routes, assets: { ...assets, routes: only(assets.routes) } };
}
