import fc from 'fast-check';

import { expect, test } from 'vitest';
import { plainQuery } from '#app/domain/search/plain-query.ts';
import { plainPlaces, plainText } from '#app/domain/search/plain-text.ts';
import { QUERY_LIMIT } from '#app/domain/search/search.ts';
import { anyText, looseMark } from './any-text.ts';

test('X3 accents and signs make no difference', () => {
  expect(plainText('Überblick: café/<b>naïve</b>, don’t')).toBe('Uberblick  cafe  b naive  b   don t');
  expect(plainText('оценка риска')).toBe('оценка риска');
});

test.each([
  ['⚠️Risk', ' Risk'],
  ['résumé über Möbel'.normalize('NFD'), 'resume uber Mobel'],
  ['كِتَاب', 'كتاب'],
  ['שָׁלוֹם', 'שלום'],
  ['1️⃣ first', '1 first'],
])('X3 nor do marks that stand by themselves: %s', (typed, plain) => {
  expect(plainText(typed)).toBe(plain);
});

test('X3 what is a mark by its form and a letter by its sense stays', () => {
  for (const word of ['हिन्दी', 'தமிழ்', '한국어']) expect(plainText(word)).toBe(word);
});

test.each([
  ['预算 Q3', ' 预  算  Q3'],
  ['サーバー', ' サ  ー  ハ  ー '],
  ['葛\u{e0100}城', ' 葛  城 '],
  ['กี่ปี', ' กี่  ปี '],
  ['Q3予算', 'Q3 予  算 '],
])('X6 each character without a space is a word of its own, with its marks: %s', (typed, plain) => {
  expect(plainText(typed)).toBe(plain);
});

test.each([
  ['预算', '"预  算"', true],
  ['预算 estim', '"预  算" estim', true],
  ['Q3预算', 'Q3"预  算"', true],
  ['我们 -预算', '"我  们" -"预  算"', true],
  ['"Q3 预算" 我们', '"Q3  预  算 " "我  们"', false],
  ['预算" 我们', '"预  算""  我  们 ', false],
])('X6 characters in a row are asked for in a row: %s', (typed, query, prefixes) => {
  expect(plainQuery(typed)).toMatchObject({ query: query.trim(), prefixes });
});

test('X3 a loose mark anywhere changes nothing', () => {
  fc.assert(
    fc.property(anyText, looseMark, fc.nat(), (text, mark, place) => {
      const characters = [...text];
      const typed = characters.toSpliced(place % (characters.length + 1), 0, mark).join('');
      expect(plainText(typed)).toBe(plainText(text));
    }),
  );
});

test('X3 every place in the searched text has one in the typed text, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { plain, places } = plainPlaces(text);
      expect(plain).toBe(plainText(text));
      expect(places).toHaveLength(plain.length + 1);
      expect(places.at(-1)).toBe(text.length);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }),
  );
});

test('X3 a query keeps what people mean by quotes and a minus, and nothing else', () => {
  expect(plainQuery('  “Café” -"big bang" e-mail or')).toEqual({
    query: 'Cafe  -"big bang" e mail or',
    prefixes: false,
    runs: [],
  });
  expect(plainQuery('risk -vendor')).toEqual({ query: 'risk -vendor', prefixes: true, runs: [] });
  expect(plainQuery('x'.repeat(500)).query).toHaveLength(QUERY_LIMIT);
});
