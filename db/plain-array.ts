/**
 * A PostgreSQL array of values that need no quotes: ids, numbers, names of events, fingerprints. The driver would look
 * through every character of every one of them. Never for words that somebody typed.
 */
export function plainArray<Item>(items: readonly Item[], of: (item: Item) => string | number | null): string {
  return `{${items.map((item) => of(item) ?? 'null').join()}}`;
}
