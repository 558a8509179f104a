// Runs before the server, on whatever Node there is: plain JavaScript that even an old one understands.
// It says in one sentence what is wrong instead of a stack trace, and builds the pages when they are missing, unfinished or
// out of date.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const builder = path.join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
const complete = path.join(root, 'build', 'complete');
const sources = ['app', 'db', 'server', 'public', 'remix.config.js', 'vite.config.ts', 'package-lock.json'];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  giveUp(
    `Rondo needs Node 22.18 or newer and this is ${process.versions.node}; ` +
      'run "npm ci --include=optional", which brings a newer one along, then "npm start".',
  );
}
if (needsBuild()) build();

/** The last that a build writes is when it began (remix.config.js); one that broke off has not written it. */
function needsBuild() {
  const began = existsSync(complete) ? Number(readFileSync(complete, 'utf8')) : 0;
  return !(began >= Math.max(...sources.map(newestIn)));
}

/**
 * The latest change of a file, or of anything in a folder, in milliseconds; 0 where there is nothing.
 * @param {string} name
 * @returns {number}
 */
function newestIn(name) {
  const found = statSync(path.join(root, name), { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path.join(root, name)).map((child) => newestIn(path.join(name, child)));
  return Math.max(found.mtimeMs, ...inside);
}

function build() {
  if (!existsSync(builder))
    giveUp('Something is missing that builds the pages; run "npm ci", then "npm start".');
  process.stdout.write('Building the pages, this takes a moment … ');
  const began = Date.now();
  const result = spawnSync(process.execPath, [builder, 'vite:build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (result.status === 0) {
    process.stdout.write(`done in ${Math.ceil((Date.now() - began) / 1000)} s.\n`);
    return;
  }
  process.stdout.write('failed.\n');
  giveUp(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`);
}

/**
 * Ends here, with a reason.
 * @param {string} reason
 * @returns {never}
 */
function giveUp(reason) {
  console.error(reason);
  process.exit(1);
}
