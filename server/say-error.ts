/**
 * An error in words for a terminal. Where a name has several addresses and none answers, the error for all of them has no
 * words of its own, only those it is made of.
 */
export function sayError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message) return error.message;
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.map(sayError).join('; ');
  return 'code' in error ? String(error.code) : error.name;
}
