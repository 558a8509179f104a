import { describe, expect, test } from 'vitest';
import {
  hasWords,
  MOST_DEPTH,
  MOST_START,
  noteTree,
  noteWords,
  type StoredNode,
} from '#app/domain/notes/note-tree.ts';

const words = (text: string, marks = {}): StoredNode => ({ text, marks });
const node = (name: string, ...parts: StoredNode[]): StoredNode => ({ name, parts });

describe('the tree of notes', () => {
  test('Y1 paragraphs, headings and lists with their marks', () => {
    const tree = noteTree([
      node('heading', words('Risks')),
      node(
        'paragraph',
        words('We '),
        words('agree', { bold: {} }),
        node('hardBreak'),
        words('now', { italic: {} }),
      ),
      node('orderedList', node('listItem', node('paragraph', words('one')))),
    ]);
    expect(tree).toEqual([
      { kind: 'heading', spans: [{ text: 'Risks', bold: false, italic: false }] },
      {
        kind: 'paragraph',
        spans: [
          { text: 'We ', bold: false, italic: false },
          { text: 'agree', bold: true, italic: false },
          { text: '\n', bold: false, italic: false },
          { text: 'now', bold: false, italic: true },
        ],
      },
      {
        kind: 'list',
        ordered: true,
        items: [[{ kind: 'paragraph', spans: [{ text: 'one', bold: false, italic: false }] }]],
      },
    ]);
  });

  test('Y1 what is of no known kind is read as its words, and no word is lost', () => {
    const tree = noteTree([
      node('script', node('paragraph', words('inside'))),
      words('loose '),
      words('words'),
      node('bulletList', words('bare'), node('table', node('row', words('cell')))),
    ]);
    expect(noteWords(tree)).toBe('inside\nloose words\nbare\ncell');
    expect(JSON.stringify(tree)).not.toMatch(/script|table|row/);
  });

  test('Y2 lists deeper than the limit are read as paragraphs', () => {
    const nested = (depth: number): StoredNode =>
      node(
        'bulletList',
        node('listItem', node('paragraph', words(`${depth}`)), ...(depth < 10 ? [nested(depth + 1)] : [])),
      );
    const tree = noteTree([nested(1)]);
    const depthOf = (blocks: ReturnType<typeof noteTree>): number =>
      Math.max(
        0,
        ...blocks.map((block) => (block.kind === 'list' ? 1 + Math.max(0, ...block.items.map(depthOf)) : 0)),
      );
    expect(depthOf(tree)).toBe(MOST_DEPTH);
    expect(noteWords(tree).split('\n')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });

  test('Y5 a numbered list begins with the number it was begun with, and with 1 where that is none', () => {
    const begun = (name: string, start: unknown) => {
      const [list] = noteTree([{ ...node(name, node('listItem', words('one'))), start } as StoredNode]);
      return list?.kind === 'list' ? (list.start ?? 1) : null;
    };
    for (const start of [0, 1, 5, MOST_START]) expect(begun('orderedList', start)).toBe(start);
    const odd = [
      -1,
      1.5,
      MOST_START + 1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '5',
      5n,
      null,
      undefined,
      true,
      [5],
    ];
    for (const start of odd) expect(begun('orderedList', start)).toBe(1);
    expect(begun('bulletList', 5)).toBe(1);
  });

  test('Y1 notes of empty paragraphs have no words', () => {
    expect(hasWords(noteTree([node('paragraph'), node('paragraph', words('  '))]))).toBe(false);
    expect(hasWords(noteTree([node('paragraph', words('x'))]))).toBe(true);
  });
});
