/**
 * The notes of a meeting as a plain tree: what pages, minutes and files show without the machinery of writing together.
 *
 * Y1 A tree holds words and a few marks alone; whatever else was stored is read as the words in it.
 * Y2 Lists stand within lists at most MOST_DEPTH deep; what lies deeper is read as paragraphs.
 * Y5 A numbered list begins where it was begun, from 0 to MOST_START; with anything else that was stored it begins with 1.
 */

/** A run of words; a line break inside is `\n`. */
export type NoteSpan = { text: string; bold: boolean; italic: boolean };

export type NoteBlock = { kind: 'paragraph' | 'heading'; spans: NoteSpan[] } | NoteList;
/** `start`: the number that a numbered list begins with when that is not 1. */
export type NoteList = { kind: 'list'; ordered: boolean; start?: number; items: NoteBlock[][] };

/** How deep lists may stand within one another. */
export const MOST_DEPTH = 6;
/** The highest number that a list may begin with. */
export const MOST_START = 1_000_000;

/** A stored node as it comes, of whatever kind: words with their marks, or something with a name and parts. */
export type StoredNode = StoredWords | StoredPart;
type StoredWords = { text: string; marks: Readonly<Record<string, unknown>> };
type StoredPart = { name: string; parts: readonly StoredNode[]; start?: unknown };

/** Y1 Y2: the tree of stored nodes, in their order. Blocks without a word in them are kept: they are somebody's space. */
export function noteTree(nodes: readonly StoredNode[], depth = 0): NoteBlock[] {
  const blocks: NoteBlock[] = [];
  let loose: StoredNode[] = [];
  const gather = () => {
    if (loose.length > 0) blocks.push({ kind: 'paragraph', spans: spansOf(loose) });
    loose = [];
  };
  for (const node of nodes) {
    if ('text' in node || isBreak(node)) {
      loose.push(node);
      continue;
    }
    gather();
    blocks.push(...blocksOf(node, depth));
  }
  gather();
  return blocks;
}

function blocksOf(node: StoredPart, depth: number): NoteBlock[] {
  if (node.name === 'paragraph' || node.name === 'heading')
    return [{ kind: node.name, spans: spansOf(node.parts) }];
  if (!isList(node) || depth >= MOST_DEPTH) return noteTree(node.parts, depth);
  const items = node.parts.map((part) =>
    'text' in part ? noteTree([part], depth + 1) : noteTree(part.parts, depth + 1),
  );
  if (node.name === 'bulletList') return [{ kind: 'list', ordered: false, items }];
  const start = startOf(node);
  return [{ kind: 'list', ordered: true, ...(start === 1 ? {} : { start }), items }];
}

/** Y5 */
function startOf({ start }: StoredPart): number {
  const isStart = typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= MOST_START;
  return isStart ? start : 1;
}

const isList = ({ name }: { name: string }) => name === 'bulletList' || name === 'orderedList';

const isBreak = ({ name }: StoredPart) => name === 'hardBreak';

function spansOf(nodes: readonly StoredNode[]): NoteSpan[] {
  return nodes.flatMap((node) => {
    if (!('text' in node))
      return isBreak(node) ? [{ text: '\n', bold: false, italic: false }] : spansOf(node.parts);
    const { text, marks } = node;
    return text === '' ? [] : [{ text, bold: Boolean(marks.bold), italic: Boolean(marks.italic) }];
  });
}

/** All words of a tree, one line a block. */
export function noteWords(blocks: readonly NoteBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === 'list'
        ? block.items.map(noteWords).join('\n')
        : block.spans.map(({ text }) => text).join(''),
    )
    .join('\n');
}

/** Whether anybody has written anything. */
export function hasWords(blocks: readonly NoteBlock[]): boolean {
  return noteWords(blocks).trim() !== '';
}
