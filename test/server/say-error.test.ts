import { expect, test } from 'vitest';
import { sayError } from '#server/say-error.ts';

const refused = Object.assign(new Error(), { code: 'ECONNREFUSED' });

test.each([
  [new Error('the disk is full'), 'the disk is full'],
  [new AggregateError([new Error('one'), new AggregateError([refused])]), 'one; ECONNREFUSED'],
  [new AggregateError([new Error('one')], 'all of them failed'), 'all of them failed'],
  [new AggregateError([]), 'AggregateError'],
  [refused, 'ECONNREFUSED'],
  [new RangeError(), 'RangeError'],
  ['no error at all', 'no error at all'],
])('%o is said as %s', (error, words) => {
  expect(sayError(error)).toBe(words);
});
