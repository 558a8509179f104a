import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream';
import type { RequestHandler } from 'express';

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/**
 * Serves the small copies that the build made of scripts and styles (`server/http/compress-assets.ts`) to browsers that
 * take them; everything else goes on to the next handler.
 */
export function serveCompressed(directory: string): RequestHandler {
  const files = new Set(readdirSync(directory));

  return (request, response, next) => {
    const name = request.path.slice(1);
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = encodings.find(
      (one) => files.has(name + one.ending) && request.acceptsEncodings(one.name) === one.name,
    );
    if (!accepted || !encoding) return next();

    response.vary('Accept-Encoding');
    const file = createReadStream(path.join(directory, name + encoding.ending));
    // What has vanished since goes on as well; nothing is said of a file before it is open.
    file.once('error', (error: NodeJS.ErrnoException) => next(error.code === 'ENOENT' ? undefined : error));
    file.once('open', () => {
      response.setHeader('Content-Encoding', encoding.name);
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      response.type(path.extname(name));
      // Closes the file also for whoever hangs up in the middle of it; a fault of the file has been passed on above.
      if (request.method !== 'HEAD') return void pipeline(file, response, () => {});
      file.destroy();
      response.end();
    });
  };
}
