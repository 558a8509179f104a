import { readdirSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';
import { serveCompressed } from './serve-compressed.ts';

/**
 * What the build made for browsers. Files under /assets carry a hash of their content in their name, so a browser that
 * has one never asks again; the few others are asked for again after an hour.
 */
export function staticFiles(clientDirectory: string): Router {
  const assets = path.join(clientDirectory, 'assets');
  const router = Router();
  router.use('/assets', serveCompressed(assets));
  router.use(
    '/assets',
    express.static(assets, { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
  // Known by name, so that no page costs a look at the disk.
  const names = new Set(readdirSync(clientDirectory).map((name) => `/${name}`));
  const others = express.static(clientDirectory, { maxAge: '1h', index: false, redirect: false });
  router.use((request, response, next) =>
    names.has(request.path) ? others(request, response, next) : next(),
  );
  return router;
}
