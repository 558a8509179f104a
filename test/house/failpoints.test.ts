// The seam that fault runs die at: handed in by them, and by nothing that ships.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const shipped = globSync('{app,db,server}/**/*.{ts,tsx,mjs}').map((file) => ({
  file,
  lines: readFileSync(file, 'utf8').split('\n'),
}));

test('a failpoint is only passed by; nothing in the program sets one', () => {
  const passing = /^\s*(await|void) \w+\.failpoint\?\.\('[\w-]+'\);$/;
  const naming = /^\s*failpoint\?: \(name: Failpoint\) =>|Pick<House, [^>]*'failpoint'/;
  const mentions = shipped.flatMap(({ file, lines }) =>
    lines.filter((line) => /\bfailpoint\b/.test(line)).map((line) => ({ file, line })),
  );
  expect(mentions.length).toBeGreaterThan(4);
  expect(mentions.filter(({ line }) => !passing.test(line) && !naming.test(line))).toEqual([]);
});
