// A Remix program as it comes: nothing of ours in it but the page that is rendered.
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [remix({ buildDirectory: '../../../../.cache/stock', future: { v3_singleFetch: true } })],
});
