/**
 * Words as they are shown where they were found.
 *
 * X4 What is shown is a piece of the text as it was typed, with what was found marked in it; never markup.
 */
import { hitsIn } from './hits.ts';

/** A piece of an excerpt; `hit`: it was searched for. */
export type Part = { text: string; hit: boolean };

/** About how many characters an excerpt shows. */
const EXCERPT = 240;
/** How many of them stand before the first hit. */
const BEFORE = 60;

/**
 * X4: the part of a text around the first thing found. `marked` is its plain text with the marks of the database, `runs`
 * what was asked for of languages without spaces.
 */
export function excerptOf(text: string, marked: string, runs: readonly string[]): Part[] {
  const hits = hitsIn(text, marked, runs);
  const first = hits[0]?.[0] ?? 0;
  const begin = first <= BEFORE ? 0 : wordStart(text, first - BEFORE);
  const end = begin + EXCERPT;
  // A character is never cut in half.
  const stop = end < text.length ? wordStart(text, end) : text.length;
  const parts: Part[] = [];
  let at = begin;
  for (const [from, to] of hits.filter(([from]) => from < stop)) {
    if (from > at) parts.push({ text: text.slice(at, from), hit: false });
    at = Math.min(to, stop);
    parts.push({ text: text.slice(from, at), hit: true });
  }
  if (stop > at) parts.push({ text: text.slice(at, stop), hit: false });
  if (begin > 0) parts.unshift({ text: '… ', hit: false });
  if (stop < text.length) parts.push({ text: ' …', hit: false });
  return parts;
}

/** The beginning of the word at this place, or of the next one; the place itself where there is none near. */
function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + 20).search(/\s/);
  if (space >= 0) return at + space + 1;
  return at + (/^[\udc00-\udfff]?\p{M}*/u.exec(text.slice(at, at + 20))?.[0].length ?? 0);
}
