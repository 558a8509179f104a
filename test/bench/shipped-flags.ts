import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What `npm start` tells Node, so that a benchmark of ours runs as it is shipped. */
export function shippedFlags(): string[] {
  const file = path.join(import.meta.dirname, '../../package.json');
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } };
  const words = scripts.start.split(' ');
  return words.slice(words.lastIndexOf('node') + 1, -1);
}
