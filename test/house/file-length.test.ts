// A file one can hold in the head: none of those we write is longer than a few screens.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const longest = 250;
/** Written by `npm run db:types`, not by hand. */
const generated = ['db/schema.ts'];

/** How many lines a text has; a line that ends the file counts once. */
function linesOf(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

test(`no file has more than ${longest} lines`, () => {
  const files = globSync('{app,db,server,test}/**/*.{ts,tsx,mjs,css}').filter(
    (file) => !generated.includes(file),
  );
  const lengths = files.map((file) => ({ file, lines: linesOf(readFileSync(file, 'utf8')) }));
  expect(files.length).toBeGreaterThan(1_000);
  expect(lengths.filter(({ lines }) => lines > longest)).toEqual([]);
});
