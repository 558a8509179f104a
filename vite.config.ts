import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import { denyImports } from 'vite-env-only';
import remixConfig from './remix.config.js';
import { compressAssets } from './server/http/compress-assets.ts';

export default defineConfig(({ command }) => ({
  plugins: [
    // The client half of the import table: a component that reaches for the database fails the build. In development
    // the framework asks for the styles of server files as if they were the browser's, so there it would only make noise.
    command === 'build' &&
      denyImports({
        client: { files: ['db/**', 'server/**'], specifiers: ['pg', 'kysely', 'lucia', /^node:/] },
      }),
    tailwindcss(),
    remix(remixConfig),
    smallCopies(),
  ],
  build: { target: 'es2022', cssMinify: true },
}));

/** Browsers get scripts and styles compressed as well as they can be; that takes time once, here. */
function smallCopies(): Plugin {
  return {
    name: 'small-copies',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    writeBundle: ({ dir }) => compressAssets(`${dir}/assets`),
  };
}
