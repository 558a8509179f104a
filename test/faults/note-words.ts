// The words that are written into notes: each is there once, and can be told in whatever surrounds it.
import * as Y from 'yjs';

let begun = 0;

/**
 * A word with the tab and the number it has there. It begins and ends with a sign that no word near it has: the editor's
 * binding finds out what was typed by comparing letters, and would take a part of one word for a part of the next.
 */
export function noteWord(tab: string, count: number): string {
  begun = (begun + 1) % 20_000;
  const sign = String.fromCharCode(0x4e00 + begun);
  return `${sign}[${tab}:${count}]${sign}`;
}

const shape = /([\u4e00-\u9fff])\[[\w.]+:\d+\]\1|\[[\w.]+:\d+\]/g;

export const noteWordsIn = (text: string): string[] => text.match(shape) ?? [];

/** What is left of a text without its words: nothing, unless one was torn. */
export const tornIn = (text: string): string => text.replaceAll(shape, '').trim();

type Part = Y.XmlFragment | Y.XmlText | Y.XmlHook;

/** What stands in a document, one line a text, whatever marks there are. */
export function noteTextOf(part: Part): string {
  if (part instanceof Y.XmlText)
    return part
      .toDelta()
      .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
      .join('');
  if (part instanceof Y.XmlHook) return '';
  return (part.toArray() as Part[]).map(noteTextOf).join('\n');
}
