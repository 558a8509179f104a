import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '#app/domain/people/typed-text.ts';
import {
  excerptOf,
  HIT_BEGINS,
  HIT_ENDS,
  plainQuery,
  plainText,
  QUERY_LIMIT,
} from '#app/domain/search/excerpt.ts';

const typed = fc.string({ unit: 'grapheme', maxLength: 400 }).map(cleanText);

test('X3 accents and signs make no difference', () => {
  expect(plainText('Überblick: café/<b>naïve</b>, don’t')).toBe('Uberblick  cafe  b naive  b   don t');
  expect(plainText('оценка риска 風險')).toBe('оценка риска 風險');
});

test('X3 every place in the searched text is the same place in the typed one', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(plainText(text)).toHaveLength(text.length);
    }),
  );
});

test('X3 a query keeps what people mean by quotes and a minus, and nothing else', () => {
  expect(plainQuery('  “Café” -"big bang" e-mail or')).toEqual({
    query: 'Cafe  -"big bang" e mail or',
    prefixes: false,
  });
  expect(plainQuery('risk -vendor')).toEqual({ query: 'risk -vendor', prefixes: true });
  expect(plainQuery('x'.repeat(500)).query).toHaveLength(QUERY_LIMIT);
});

const marked = (text: string, from: number, to: number) => {
  const plain = plainText(text);
  return plain.slice(0, from) + HIT_BEGINS + plain.slice(from, to) + HIT_ENDS + plain.slice(to);
};

test('X4 an excerpt is the words as typed, with what was found marked', () => {
  expect(excerptOf('Ein Überblick, bitte', marked('Ein Überblick, bitte', 4, 13))).toEqual([
    { text: 'Ein ', hit: false },
    { text: 'Überblick', hit: true },
    { text: ', bitte', hit: false },
  ]);
  const long = `${'before '.repeat(60)}needle${' after'.repeat(60)}`;
  const parts = excerptOf(long, marked(long, 420, 426));
  expect(parts.filter(({ hit }) => hit)).toEqual([{ text: 'needle', hit: true }]);
  expect([parts[0]?.text, parts.at(-1)?.text]).toEqual(['… ', ' …']);
  expect(parts.map(({ text }) => text).join('').length).toBeLessThan(280);
});

test('X4 of a word that is longer than the excerpt, all that is shown is marked', () => {
  const word = 'eyJhbGciOi'.repeat(30);
  const text = `Token ${word} is the one`;
  const parts = excerptOf(text, marked(text, 6, 6 + word.length));
  expect(parts).toEqual([
    { text: 'Token ', hit: false },
    { text: word.slice(0, 234), hit: true },
    { text: ' …', hit: false },
  ]);
});

test('X4 whatever is found, the parts together are a piece of the text', () => {
  const anyHit = fc.tuple(typed, fc.nat(), fc.nat({ max: 12 }));
  fc.assert(
    fc.property(anyHit, ([text, at, length]) => {
      fc.pre(text.length > 0);
      const from = at % text.length;
      const to = Math.min(text.length, from + length + 1);
      const parts = excerptOf(text, marked(text, from, to));
      const words = parts.filter(({ text: one }) => one !== '… ' && one !== ' …').map((part) => part.text);
      expect(text).toContain(words.join(''));
      expect(parts.some(({ hit, text: one }) => hit && one === text.slice(from, to))).toBe(true);
    }),
  );
});
