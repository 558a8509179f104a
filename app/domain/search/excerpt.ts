/**
 * Words as they are searched and shown.
 *
 * X3 Searching knows letters and figures alone: accents, marks and signs make no difference, in any language.
 * X4 What is shown is a piece of the text as it was typed, with what was found marked in it; never markup.
 */

/** A piece of an excerpt; `hit`: it was searched for. */
export type Part = { text: string; hit: boolean };

/** The marks the database puts around what it found; typed text never has them (control characters are taken out). */
export const HIT_BEGINS = '\u0002';
export const HIT_ENDS = '\u0003';

/** The most characters of a query, and about how many an excerpt shows. */
export const QUERY_LIMIT = 200;
const EXCERPT = 240;
/** How many of them stand before the first hit. */
const BEFORE = 60;

/** X3: the text as it is searched, sign for sign as long as it was typed, so that a place in one is a place in the other. */
export function plainText(text: string): string {
  return text.replace(/[^a-zA-Z0-9]/gu, (sign) => {
    if (!/[\p{L}\p{N}\p{M}]/u.test(sign)) return ' '.repeat(sign.length);
    const bare = sign.normalize('NFD').replace(/\p{M}/gu, '');
    return bare.length === sign.length ? bare : sign;
  });
}

/** X3: a query as people type them: words, "words in a row", -without, or. Prefixes are found unless it is in quotes. */
export function plainQuery(typed: string): { query: string; prefixes: boolean } {
  const kept = typed.normalize('NFC').slice(0, QUERY_LIMIT);
  const pieces = kept.split(/((?<=^|\s)-(?=[\p{L}\p{N}"])|")/u);
  const query = pieces.map((piece) => (piece === '-' || piece === '"' ? piece : plainText(piece))).join('');
  return { query: query.trim(), prefixes: !query.includes('"') };
}

/** X4: the part of a text around the first thing found. `marked` is its plain text with the marks of the database. */
export function excerptOf(text: string, marked: string): Part[] {
  const hits = hitsIn(plainText(text), marked);
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

/** From where to where something was found. Of words and gaps of 2 kB and more the database gives back nothing. */
function hitsIn(plain: string, marked: string): [number, number][] {
  const hits: [number, number][] = [];
  let at = 0;
  let from: number | null = null;
  for (const unit of marked) {
    if (unit === HIT_BEGINS) from = null;
    else if (unit === HIT_ENDS) hits.push([from ?? at, at]);
    else {
      at = Math.max(at, plain.indexOf(unit, at));
      from ??= at;
      at += unit.length;
    }
  }
  return hits;
}

/** The beginning of the word at this place, or of the next one; the place itself where there is none near. */
function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + 20).search(/\s/);
  if (space >= 0) return at + space + 1;
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}
