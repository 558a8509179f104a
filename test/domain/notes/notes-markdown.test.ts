import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import type { NoteBlock, NoteSpan } from '#app/domain/notes/note-tree.ts';
import { notesMarkdown } from '#app/domain/notes/notes-markdown.ts';

const plain = (text: string): NoteSpan => ({ text, bold: false, italic: false });
const paragraph = (...spans: NoteSpan[]): NoteBlock => ({ kind: 'paragraph', spans });

test('Y3 headings, paragraphs, lists within lists', () => {
  const blocks: NoteBlock[] = [
    { kind: 'heading', spans: [plain('What we saw')] },
    paragraph(plain('One line\nand another')),
    paragraph(),
    {
      kind: 'list',
      ordered: true,
      items: [
        [paragraph(plain('first'))],
        [paragraph(plain('second')), { kind: 'list', ordered: false, items: [[paragraph(plain('inner'))]] }],
      ],
    },
  ];
  expect(notesMarkdown(blocks)).toEqual([
    '### What we saw',
    'One line\\\nand another',
    '1. first\n2. second\n   - inner',
  ]);
});

/** A numbered list, each item of one word or of the blocks given. */
const numbered = (start: number, ...items: (string | NoteBlock[])[]): NoteBlock => ({
  ...{ kind: 'list', ordered: true, ...(start === 1 ? {} : { start }) },
  items: items.map((item) => (typeof item === 'string' ? [paragraph(plain(item))] : item)),
});

test('Y6 a numbered list counts from where it begins', () => {
  expect(notesMarkdown([numbered(9, 'ninth', 'tenth\nand more')])).toEqual([
    '9. ninth\n10. tenth\\\n    and more',
  ]);
  expect(notesMarkdown([numbered(0, 'none')])).toEqual(['0. none']);
});

test('Y6 read as Markdown, each numbered list is one of its own and begins with its number', () => {
  const list = fc.record({
    start: fc.oneof(fc.constant(1), fc.nat({ max: 12 })),
    words: fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 3 }),
    inner: fc.array(fc.nat({ max: 3 }), { maxLength: 3 }),
    below: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), (lists) => {
      const blocks = lists.map(({ start, words, inner, below }) => {
        const within = [
          ...(below ? [paragraph(plain('above'))] : []),
          ...inner.map((n) => numbered(n, 'in')),
        ];
        return numbered(start, ...words, ...(within.length > 0 ? [within] : []));
      });
      const root = fromMarkdown(notesMarkdown([paragraph(plain('x')), ...blocks]).join('\n\n'));
      expect(startsOf(root)).toEqual(lists.flatMap(({ start, inner }) => [start, ...inner]));
    }),
  );
});

function startsOf(node: unknown): number[] {
  const { type, start, children = [] } = node as { type: string; start?: number; children?: unknown[] };
  return [...(type === 'list' ? [start ?? -1] : []), ...children.flatMap(startsOf)];
}

test('Y4 emphasis only where it can be read as such', () => {
  const bold = (text: string) => ({ text, bold: true, italic: false });
  expect(notesMarkdown([paragraph(plain('We '), bold('agree'), plain(' on it'))])).toEqual([
    'We **agree** on it',
  ]);
  expect(notesMarkdown([paragraph(plain('un'), bold('known,'), plain('s'))])).toEqual(['unknown,s']);
  expect(
    notesMarkdown([paragraph(bold(' edge ')), paragraph({ text: 'all', bold: true, italic: true })]),
  ).toEqual(['**edge**', '***all***']);
});

test('Y3 Y4 read as Markdown, every word is the word that was typed', () => {
  const span = fc.record({
    text: fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        '# a',
        '- b',
        '1. c',
        '> d',
        '**e**',
        '[f](x)',
        '<b>',
        '`g`',
        '| h',
        '~~i~~',
        '---',
        '  ',
        '&amp;',
      ),
    ),
    bold: fc.boolean(),
    italic: fc.boolean(),
  });
  const squeeze = (text: string) => text.replace(/\s+/gu, '');
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), (spans) => {
      const typed = spans.map(({ text }) => text).join('');
      const [document = ''] = notesMarkdown([paragraph(...spans)]);
      const root = fromMarkdown(document);
      expect(root.children.every(({ type }) => type === 'paragraph')).toBe(true);
      expect(squeeze(textOf(root))).toBe(squeeze(typed.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ')));
    }),
    { numRuns: 1_000 },
  );
});

function textOf(node: unknown): string {
  const { value = '', children = [] } = node as { value?: string; children?: unknown[] };
  return value + children.map(textOf).join('');
}
