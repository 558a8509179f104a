import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Front } from './open-edge.ts';
import { staticFiles } from './static-files.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** The finished build, as `npm run build` left it. */
export async function openBuild(
  directory = path.join(root, 'build'),
): Promise<Front & { close: () => Promise<void> }> {
  const entry = path.join(directory, 'server', 'index.js');
  if (!existsSync(entry)) throw new Error('There is no build yet. Run: npm run build');
  const build: ServerBuild = await import(pathToFileURL(entry).href);
  return {
    files: staticFiles(path.join(directory, 'client')),
    pages: { build, mode: 'production' },
    close: async () => {},
  };
}

/** The sources themselves: changes show at once, over the same server and port. For development only. */
export async function openSources(server: Server): Promise<Front & { close: () => Promise<void> }> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root,
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server }, watch: { ignored: ['**/.data/**', '**/build/**'] } },
  });
  return {
    files: vite.middlewares,
    pages: {
      build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
      mode: 'development',
    },
    close: () => vite.close(),
  };
}
