import { plainText } from './plain-text.ts';
import { QUERY_LIMIT } from './search.ts';

/** X3: a query as people type them: words, "words in a row", -without, or. Prefixes are found unless it is in quotes. */
export function plainQuery(typed: string): { query: string; prefixes: boolean } {
  const kept = typed.normalize('NFC').slice(0, QUERY_LIMIT);
  const pieces = kept.split(/((?<=^|\s)-(?=[\p{L}\p{N}"])|")/u);
  const query = pieces.map((piece) => (piece === '-' || piece === '"' ? piece : plainText(piece))).join('');
  return { query: query.trim(), prefixes: !query.includes('"') };
}
