import { plainText } from './plain-text.ts';
import { QUERY_LIMIT } from './search.ts';
import { splitRuns } from './unspaced.ts';

/** What the database is asked. `runs`: what stands in it of languages without spaces, each as plain text. */
export type PlainQuery = { query: string; prefixes: boolean; runs: string[] };

/** X3 X6: a query as people type them: words, "words in a row", -without, or. Prefixes are found unless it is in quotes. */
export function plainQuery(typed: string): PlainQuery {
  const kept = typed.normalize('NFC').slice(0, QUERY_LIMIT);
  let query = '';
  let isInQuotes = false;
  for (const piece of kept.split(/((?<=^|\s)-(?=[\p{L}\p{N}"])|")/u)) {
    if (piece === '"') isInQuotes = !isInQuotes;
    if (piece === '-' || piece === '"') query += piece;
    else query += isInQuotes ? plainText(piece) : splitRuns(piece).map(asWords).join('');
  }
  const runs = splitRuns(kept).filter(isRun).map(plainText);
  return { query: query.trim(), prefixes: !kept.includes('"'), runs };
}

const isRun = (_: string, place: number) => place % 2 === 1;

function asWords(part: string, place: number): string {
  return isRun(part, place) ? `"${plainText(part).trim()}"` : plainText(part);
}
