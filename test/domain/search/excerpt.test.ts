import fc from 'fast-check';

import { expect, test } from 'vitest';
import { excerptOf } from '#app/domain/search/excerpt.ts';
import { HIT_BEGINS, HIT_ENDS } from '#app/domain/search/hits.ts';
import { plainText } from '#app/domain/search/plain-text.ts';
import { anyText } from './any-text.ts';

const marked = (text: string, from: number, to: number) => {
  const plain = plainText(text);
  return plain.slice(0, from) + HIT_BEGINS + plain.slice(from, to) + HIT_ENDS + plain.slice(to);
};

test('X4 an excerpt is the words as typed, with what was found marked', () => {
  expect(excerptOf('Ein Überblick, bitte', marked('Ein Überblick, bitte', 4, 13), [])).toEqual([
    { text: 'Ein ', hit: false },
    { text: 'Überblick', hit: true },
    { text: ', bitte', hit: false },
  ]);
  const long = `${'before '.repeat(60)}needle${' after'.repeat(60)}`;
  const parts = excerptOf(long, marked(long, 420, 426), []);
  expect(parts.filter(({ hit }) => hit)).toEqual([{ text: 'needle', hit: true }]);
  expect([parts[0]?.text, parts.at(-1)?.text]).toEqual(['… ', ' …']);
  expect(parts.map(({ text }) => text).join('').length).toBeLessThan(280);
});

test('X4 of a word that is longer than the excerpt, all that is shown is marked', () => {
  const word = 'eyJhbGciOi'.repeat(30);
  const text = `Token ${word} is the one`;
  const parts = excerptOf(text, marked(text, 6, 6 + word.length), []);
  expect(parts).toEqual([
    { text: 'Token ', hit: false },
    { text: word.slice(0, 234), hit: true },
    { text: ' …', hit: false },
  ]);
});

test('X4 no character is cut from the marks on it', () => {
  const text = `a${'กี่'.repeat(200)}`;
  const parts = excerptOf(text, plainText(text), []);
  expect(parts).toEqual([
    { text: `a${'กี่'.repeat(80)}`, hit: false },
    { text: ' …', hit: false },
  ]);
});

test('X4 marks that are not searched are shown, with the word they stand on', () => {
  const text = 'Das résumé, ⚠️Risk'.normalize('NFD');
  expect(excerptOf(text, 'Das \u0002resume\u0003  \u0002Risk\u0003', [])).toEqual([
    { text: 'Das ', hit: false },
    { text: 'résumé'.normalize('NFD'), hit: true },
    { text: ', ⚠️', hit: false },
    { text: 'Risk', hit: true },
  ]);
});

/** A text and some words of it, as the database would mark them. */
const found = fc.tuple(anyText, fc.infiniteStream(fc.boolean())).map(([text, isFound]) => {
  const words: string[] = [];
  const mark = (word: string) => {
    if (!isFound.next().value) return word;
    words.push(word);
    return HIT_BEGINS + word + HIT_ENDS;
  };
  const marked = plainText(text).replace(/[^ ]+/g, mark);
  return { text, words, marked, runs: words.map((word) => ` ${word} `) };
});

test('X4 what is shown is a piece of the text, and what is marked in it is what was found', () => {
  fc.assert(
    fc.property(found, ({ text, words, marked, runs }) => {
      const parts = excerptOf(text, marked, runs);
      const shown = parts.map((part) => part.text);
      if (shown[0] === '… ') shown.shift();
      const isCut = shown.at(-1) === ' …';
      if (isCut) shown.pop();
      expect(text).toContain(shown.join(''));
      const hits = parts
        .filter(({ hit }) => hit)
        .flatMap((part) => plainText(part.text).match(/[^ ]+/g) ?? []);
      if (!isCut) expect(hits).toEqual(words);
      // The last of them may be cut where the excerpt ends.
      const last = hits.pop();
      expect(words.slice(0, hits.length)).toEqual(hits);
      if (last !== undefined) expect(words[hits.length]?.startsWith(last)).toBe(true);
      expect(last === undefined).toBe(words.length === 0);
    }),
  );
});

const few = (...units: string[]) =>
  fc.string({ unit: fc.constantFrom(...units), minLength: 1, maxLength: 30 });

test('X6 of a run, no more is marked than what stands in a row, and that as one', () => {
  fc.assert(
    fc.property(few('预', '算', 'の', 'a', ' '), few('预', '算', 'の'), (text, run) => {
      fc.pre(text.includes(run));
      // The database marks each of the characters, wherever it stands.
      const marked = plainText(text).replace(/[^ ]/g, (word) =>
        run.includes(word) ? `\u0002${word}\u0003` : word,
      );
      const parts = excerptOf(text, marked, [plainText(run)]);
      const shown = parts.map(({ text: one, hit }) => (hit ? one.replaceAll(/./g, '!') : one)).join('');
      expect(shown).toBe(withMarks(text, run));
      for (const [place, { hit }] of parts.entries()) expect(hit && parts[place + 1]?.hit).toBeFalsy();
    }),
  );
});

function withMarks(text: string, run: string): string {
  let shown = text;
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1))
    shown = shown.slice(0, at) + '!'.repeat(run.length) + shown.slice(at + run.length);
  return shown;
}

test('X6 a run that is broken by a line’s end is marked in its characters', () => {
  const parts = excerptOf('预\n算', ' \u0002预\u0003   \u0002算\u0003 ', [plainText('预算')]);
  expect(parts.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['预', '算']);
});
