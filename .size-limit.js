// What a page weighs: every script it asks for before it is alive, from the build's own manifest.
import { globSync, readFileSync } from 'node:fs';

const [file] = globSync('build/client/assets/manifest-*.js');
if (!file) throw new Error('There is no build to weigh: run `npm run build` first.');
const manifest = JSON.parse(readFileSync(file, 'utf8').replace(/^window\.__remixManifest=|;$/g, ''));

/** @param {...string} routes */
function scriptsOf(...routes) {
  const parts = [manifest.entry, ...['root', ...routes].map((id) => manifest.routes[id])];
  const urls = parts.flatMap(({ module, imports = [] }) => [module, ...imports]);
  return [...new Set(urls)].map((url) => `build/client${url}`);
}

/** @param {string} name @param {string[]} routes @param {string} limit */
const page = (name, routes, limit) => ({ name, path: scriptsOf(...routes), limit, gzip: true });

export default [
  page('landing', ['routes/guests', 'routes/landing'], '100 kB'),
  page('sign-in', ['routes/guests', 'routes/sign-in'], '100 kB'),
  page('room', ['routes/members', 'routes/meeting-room'], '200 kB'),
];
