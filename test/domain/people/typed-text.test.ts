import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, lengthOf } from '#app/domain/people/typed-text.ts';

const anything = fc.string({ unit: 'binary', maxLength: 60 });

describe('typed text', () => {
  test('a line is one line, without marks nobody sees', () => {
    expect(cleanLine('  Ana \t\n Björk\u0000\u202e ')).toBe('Ana Björk');
    expect(cleanLine('e\u0301')).toBe('é');
    expect(cleanLine('a \u0000 b')).toBe('a b');
    expect(cleanLine('half \ud800 a sign')).toBe('half a sign');
  });

  test('several lines keep their breaks and at most one empty line in a row', () => {
    expect(cleanText('one\r\n\r\n\r\n\r\ntwo  \n\tthree\u2028four\u0007 ')).toBe('one\n\ntwo\n\tthree\nfour');
  });

  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(cleanLine(cleanLine(typed))).toBe(cleanLine(typed));
        expect(cleanText(cleanText(typed))).toBe(cleanText(typed));
      }),
    );
  });

  test('what is left can be stored and shown', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(cleanLine(typed)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanText(typed)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanLine(typed)).toBe(cleanLine(typed).trim());
      }),
    );
  });

  test('length counts characters', () => {
    expect(lengthOf('🪁a')).toBe(2);
  });

  test('plain words are cleaned as all others are', () => {
    const plain = fc.string({
      unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(plain, (typed) => {
        // Beside a letter that is not plain, nothing takes the shorter way.
        expect(`é\n${cleanText(typed)}\né`).toBe(cleanText(`é\n${typed.trim()}\né`));
      }),
    );
  });

  test('a text is as long as it has characters, in whatever script', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(lengthOf(text)).toBe([...text].length);
      }),
    );
    expect(lengthOf('a\u{1f389}\ud800b')).toBe(4);
  });
});
