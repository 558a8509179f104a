// The one place of the Remix options: vite.config.ts hands this object to the Remix plugin.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const began = Date.now();

/** @type {import('@remix-run/dev').VitePluginConfig} */
const config = {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  serverBuildFile: 'index.js',
  // A build begins by clearing the folder and ends here, so that `npm start` can tell pages that are whole from what a full
  // disk left of them. They are as old as their beginning: what was edited meanwhile may not be in them.
  buildEnd: ({ remixConfig }) => writeFile(path.join(remixConfig.buildDirectory, 'complete'), `${began}\n`),
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
    v3_routeConfig: true,
  },
};

export default config;
