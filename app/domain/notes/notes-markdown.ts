/**
 * Notes as Markdown.
 *
 * Y3 What was typed stays words: only the tree makes headings, lists and emphasis.
 * Y4 Emphasis is marked only where white space or an edge stands around it, so that no mark is ever read as a word.
 */
import { markdownInline } from '../meeting/markdown-text.ts';
import { hasWords, type NoteBlock, type NoteSpan } from './note-tree.ts';

/** The blocks under a heading of the given level, as parts that stand apart by an empty line; none without words. */
export function notesMarkdown(blocks: readonly NoteBlock[], level = 3): string[] {
  return blocks
    .filter((block) => hasWords([block]))
    .map((block) => {
      if (block.kind === 'list') return listLines(block).join('\n');
      const lines = linesOf(block.spans);
      if (block.kind === 'heading') return `${'#'.repeat(level)} ${lines.join(' ')}`;
      return lines.join('\\\n');
    });
}

/** Items of a list; what a list holds within it is set in. */
function listLines({ ordered, items }: NoteBlock & { kind: 'list' }): string[] {
  return items
    .filter((item) => hasWords(item))
    .flatMap((item, index) => {
      const mark = ordered ? `${index + 1}. ` : '- ';
      const inside = item
        .filter((block) => hasWords([block]))
        .flatMap((block, place) => {
          if (block.kind === 'list') return listLines(block);
          const lines = linesOf(block.spans);
          const whole = lines.map((line, at) => (at < lines.length - 1 ? `${line}\\` : line));
          return place > 0 && item[place - 1]?.kind !== 'list' ? ['', ...whole] : whole;
        });
      return inside.map((line, place) =>
        place === 0 ? `${mark}${line}` : line && `${' '.repeat(mark.length)}${line}`,
      );
    });
}

/** Runs of words as lines of Markdown; empty lines are left out. */
function linesOf(spans: readonly NoteSpan[]): string[] {
  const lines: NoteSpan[][] = [[]];
  for (const span of spans) {
    const [first = '', ...others] = span.text.split(/\r\n?|\n/);
    lines.at(-1)?.push({ ...span, text: first });
    for (const text of others) lines.push([{ ...span, text }]);
  }
  return lines.map((line) => lineOf(line.filter(({ text }) => text !== ''))).filter((line) => line !== '');
}

function lineOf(spans: readonly NoteSpan[]): string {
  let line = '';
  for (const span of apart(spans)) line += marked(span, line.trim() === '');
  return line.trim();
}

/** Y4: spans that touch are one word or more in common, so they are one span; its marks are those they share. */
function apart(spans: readonly NoteSpan[]): NoteSpan[] {
  const joined: NoteSpan[] = [];
  for (const { text, bold, italic } of spans) {
    const last = joined.at(-1);
    if (!last || /\s$/.test(last.text) || /^\s/.test(text)) joined.push({ text, bold, italic });
    else {
      const shared = { bold: last.bold && bold, italic: last.italic && italic };
      joined[joined.length - 1] = { text: last.text + text, ...shared };
    }
  }
  return joined;
}

function marked({ text, bold, italic }: NoteSpan, first: boolean): string {
  const core = text.trim();
  if (core === '') return ' ';
  const mark = `${bold ? '**' : ''}${italic ? '*' : ''}`;
  const words = markdownInline(core, first && mark === '');
  return `${/^\s/.test(text) ? ' ' : ''}${mark}${words}${mark}${/\s$/.test(text) ? ' ' : ''}`;
}
