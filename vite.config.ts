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
  build: { target: 'es2022', cssMinify: true, rollupOptions: { output: { manualChunks: together } } },
}));

/** Browsers get scripts and styles compressed as well as they can be; that takes time once, here. */
function smallCopies(): Plugin {
  return {
    name: 'small-copies',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    writeBundle: ({ dir }) => compressAssets(`${dir}/assets`),
  };
}

/** Small pieces that most pages share: alone, each would cost more for its wrapping than for itself. */
const shared: Record<string, RegExp> = {
  basics:
    /\/app\/(ui\/(icon|link|visually-hidden|button|button-look|button-link|class-names)|screens\/frame\/reader)\.tsx?$|\/lucide-react\/dist\/esm\/(?!icons\/)/,
  field: /\/app\/ui\/(field|field-parts|select-control)\.tsx?$/,
  icons: /\/lucide-react\/dist\/esm\/icons\/(check|circle-plus|search|star|x)\.mjs$/,
  inside:
    /\/app\/(ui\/(badge|dialog|disclosure|empty-state|time)|domain\/(calendar\/say-date|talk\/read-mark)|screens\/(live\/(new-id|when-back)|unread\/unread-counts))\.tsx?$/,
  kept: /\/app\/(ui\/copy-button|screens\/drafts\/kept-text)\.tsx$/,
  notice: /\/app\/ui\/notice\.tsx$/,
  unsent: /\/app\/screens\/(live\/(outbox|notes-outbox|kept-store|in-time|words-of)|drafts\/drafts)\.ts$/,
};

function together(id: string): string | undefined {
  return Object.keys(shared).find((name) => shared[name]?.test(id));
}
