import { plainText } from './plain-text.ts';
import { QUERY_LIMIT } from './search.ts';
import { splitRows } from './unspaced.ts';

/** What the database is asked. `rows`: what stands in it of languages without spaces, each as plain text. */
export type PlainQuery = { query: string; prefixes: boolean; rows: string[] };

/** X3 X6: a query as people type them: words, "words in a row", -without, or. Prefixes are found unless it is in quotes. */
export function plainQuery(typed: string): PlainQuery {
  const kept = typed.normalize('NFC').slice(0, QUERY_LIMIT);
  let query = '';
  let isInQuotes = false;
  for (const piece of kept.split(/((?<=^|\s)-(?=[\p{L}\p{N}"])|")/u)) {
    if (piece === '"') isInQuotes = !isInQuotes;
    if (piece === '-' || piece === '"') query += piece;
    else query += isInQuotes ? plainText(piece) : splitRows(piece).map(asWords).join('');
  }
  const rows = splitRows(kept).filter(isRow).map(plainText);
  return { query: query.trim(), prefixes: !kept.includes('"'), rows };
}

const isRow = (_: string, place: number) => place % 2 === 1;

function asWords(part: string, place: number): string {
  return isRow(part, place) ? `"${plainText(part).trim()}"` : plainText(part);
}
