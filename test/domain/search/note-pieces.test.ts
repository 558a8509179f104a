import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoteBlock } from '#app/domain/notes/note-tree.ts';
import { notePieceId, notePieces } from '#app/domain/search/note-pieces.ts';

const paragraph = (text: string): NoteBlock => ({
  kind: 'paragraph',
  spans: text === '' ? [] : [{ text, bold: false, italic: false }],
});

test('X5 notes are searched in pieces that end with a line; empty ones are none', () => {
  expect(notePieces([])).toEqual([]);
  expect(notePieces([paragraph(''), paragraph(' ')])).toEqual([]);
  const list: NoteBlock = { kind: 'list', ordered: false, items: [[paragraph('four')], [paragraph('five')]] };
  expect(notePieces([paragraph('one'), paragraph('two'), list], 9)).toEqual(['one\ntwo', 'four\nfive']);
  expect(notePieces([paragraph('one'), paragraph('two')], 6)).toEqual(['one', 'two']);
});

test('X5 the same words are the same pieces, in whichever form they came', () => {
  for (const words of ['résumé', '한국어', 'が'])
    expect(notePieces([paragraph(words.normalize('NFD'))])).toEqual([words.normalize('NFC')]);
});

test('X5 X6 where characters are words, pieces are shorter', () => {
  expect(notePieces([paragraph('a'.repeat(9_000))])).toHaveLength(1);
  expect(notePieces([paragraph('的'.repeat(9_000))])).toHaveLength(3);
});

test('X5 every word is in a piece, none is too long, and no character is cut in half', () => {
  const words = fc.string({ unit: fc.constantFrom('a', ' ', '👩', '\n', 'ß'), maxLength: 60 });
  fc.assert(
    fc.property(fc.array(words.map(paragraph)), fc.integer({ min: 2, max: 20 }), (blocks, most) => {
      const pieces = notePieces(blocks, most);
      const bare = (text: string) => text.replaceAll(/\s/g, '');
      expect(bare(pieces.join(''))).toBe(bare(blocks.map(textOf).join('')));
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(most);
        // What is cut in half does not survive being written down.
        expect(Buffer.from(piece).toString()).toBe(piece);
      }
    }),
  );
});

function textOf(block: NoteBlock): string {
  return block.kind === 'list' ? '' : block.spans.map(({ text }) => text).join('');
}

test('X5 each piece has an id of its own', () => {
  const meeting = '0198f0f0-1111-7222-8333-444455556666';
  const ids = [0, 1, 255].map((place) => notePieceId(meeting, place));
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^0198f0f0-1111-7222-8333-[0-9a-f]{12}$/);
});
