/**
 * Does something for each, one after the other. What cannot be done for one is done for the others all the same; the first
 * failure is thrown when all have had their turn.
 */
export async function eachByItself<One>(
  all: readonly One[],
  task: (one: One) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const one of all) await task(one).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
