import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { denyImports } from 'vite-env-only';
import remixConfig from './remix.config.js';

export default defineConfig({
  plugins: [
    // The client half of the import table: a component that reaches for the database fails the build.
    denyImports({ client: { files: ['db/**', 'server/**'], specifiers: ['pg', 'kysely', 'lucia', /^node:/] } }),
    tailwindcss(),
    remix(remixConfig),
  ],
  build: { target: 'es2022', cssMinify: true },
});
