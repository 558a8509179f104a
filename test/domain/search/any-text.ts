// Texts of many languages, as they are kept.
import fc from 'fast-check';
import { cleanText } from '#app/domain/people/typed-text.ts';

/** Marks that searching does not know: an accent, what makes a sign an emoji, and a vowel point of two languages. */
export const looseMark = fc.constantFrom('\u0301', '\ufe0f', '\u0650', '\u05b8');

// What is read in its own way: a mark, a sign, a letter beyond the first 65,536, letters with marks that are letters, and
// languages without spaces.
const special = fc.constantFrom(
  ...[
    'a',
    ' ',
    ', ',
    '\n',
    '⚠️',
    'q̈',
    'كِ',
    'נָ',
    'की',
    'ऩ',
    '한',
    '𐐀',
    '👩‍💻',
    '预',
    '𠮷',
    'ガ',
    'ー',
    '葛\u{e0100}',
    'กี่',
  ],
);

export const anyText = fc
  .string({
    unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), special),
    maxLength: 400,
  })
  .map(cleanText);
