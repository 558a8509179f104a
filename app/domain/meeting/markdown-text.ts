/**
 * What people typed, put into Markdown as the words it is.
 *
 * D1 Typed text never becomes a heading, list, quote, table, rule, code block, link, picture, emphasis or HTML.
 * D2 Read as Markdown, it says what was typed; only white space is drawn together.
 * D3 Addresses stand in code marks, so that no reader turns them into links by itself.
 */

// What means something anywhere in a line, and what means something only where a line begins.
const anywhere = /[\\`*_[\]<>&|~#$]/g;
const atStart = /^(?:[-+=:]|\d+(?=[.)]))/;
const address = /:\/\/|www\.|@|xmpp:|mailto:/i;
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;

/** Typed text as one line of Markdown; never empty. */
export function markdownLine(typed: string): string {
  const words = typed.replace(unseen, ' ').split(/\s+/u).filter(Boolean).map(markdownWord);
  if (words.length === 0) return '–';
  const [first = '', ...others] = words;
  return [startOfLine(first), ...others].join(' ');
}

/** Typed text of several lines: each one escaped, hard line breaks between them, continued at `indent`. */
export function markdownLines(typed: string, indent: string): string {
  const lines = typed.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.length === 0 ? markdownLine('') : lines.map(markdownLine).join(`\\\n${indent}`);
}

/** A run of words within a line; `first` when the line begins with it. Empty when there are none. */
export function markdownInline(typed: string, first: boolean): string {
  const [start = '', ...others] = typed.replace(unseen, ' ').split(/\s+/u).filter(Boolean).map(markdownWord);
  return [first ? startOfLine(start) : start, ...others].join(' ');
}

function markdownWord(word: string): string {
  return address.test(word) ? codeSpan(word) : word.replace(anywhere, '\\$&');
}

function startOfLine(word: string): string {
  return word.replace(atStart, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A code span has a fence longer than any run of marks inside it. */
function codeSpan(word: string): string {
  const runs = word.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const space = word.startsWith('`') || word.endsWith('`') ? ' ' : '';
  return `${fence}${space}${word}${space}${fence}`;
}
