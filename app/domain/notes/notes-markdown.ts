/**
 * Notes as Markdown.
 *
 * Y3 What was typed stays words: only the tree makes headings, lists and emphasis.
 * Y4 Emphasis is marked only where white space or an edge stands around it, so that no mark is ever read as a word.
 * Y6 A numbered list is read as a list of its own, with the number it begins with (Y5).
 */
import { markdownInline } from '../meeting/markdown-text.ts';
import { hasWords, type NoteBlock, type NoteList, type NoteSpan } from './note-tree.ts';

/** The blocks under a heading of the given level, as parts that stand apart by an empty line; none without words. */
export function notesMarkdown(blocks: readonly NoteBlock[], level = 3): string[] {
  const written = blocks.filter((block) => hasWords([block]));
  const signs = signsOf(written);
  return written.map((block, place) => {
    if (block.kind === 'list') return listLines(block, signs[place]).join('\n');
    const lines = linesOf(block.spans);
    if (block.kind === 'heading') return `${'#'.repeat(level)} ${lines.join(' ')}`;
    return lines.join('\\\n');
  });
}

/** Y6: what stands behind the numbers of each list. Two in a row with the same sign would be read as one list. */
function signsOf(blocks: readonly NoteBlock[]): string[] {
  const isNumbered = (block?: NoteBlock) => block?.kind === 'list' && block.ordered;
  const signs: string[] = [];
  for (const place of blocks.keys())
    signs.push(isNumbered(blocks[place - 1]) && signs[place - 1] === '.' ? ')' : '.');
  return signs;
}

/** Items of a list; what a list holds within it is set in. */
function listLines({ ordered, start = 1, items }: NoteList, sign = '.'): string[] {
  return items
    .filter((item) => hasWords(item))
    .flatMap((item, index) => {
      const mark = ordered ? `${start + index}${sign} ` : '- ';
      return itemLines(item).map((line, place) =>
        place === 0 ? `${mark}${line}` : line && `${' '.repeat(mark.length)}${line}`,
      );
    });
}

function itemLines(item: readonly NoteBlock[]): string[] {
  const written = item.filter((block) => hasWords([block]));
  const signs = signsOf(written);
  return written.flatMap((block, place) => {
    const before = written[place - 1];
    if (block.kind === 'list') {
      const lines = listLines(block, signs[place]);
      // Y6: right below words, a number other than 1 is one more word.
      return before && before.kind !== 'list' && block.start !== undefined ? ['', ...lines] : lines;
    }
    const lines = linesOf(block.spans);
    const whole = lines.map((line, at) => (at < lines.length - 1 ? `${line}\\` : line));
    return before && before.kind !== 'list' ? ['', ...whole] : whole;
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
