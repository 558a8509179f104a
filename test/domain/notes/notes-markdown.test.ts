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
