import type { Faults } from './load-line.ts';

/**
 * Follows the numbers that one reader hears: what is skipped is lost, unless it comes later, and then it is out of
 * order; what comes twice is doubled.
 */
export function openVersionCheck() {
  let newest = 0;
  let disordered = 0;
  let doubled = 0;
  const missing = new Set<number>();

  return {
    /** From here on everything has to come. */
    startAt(version: number): void {
      newest = version;
      missing.clear();
    },
    /** Takes a number; answers whether it is new. */
    take(version: number): boolean {
      if (version > newest) {
        for (let skipped = newest + 1; skipped < version; skipped++) missing.add(skipped);
        newest = version;
        return true;
      }
      if (missing.delete(version)) disordered += 1;
      else doubled += 1;
      return false;
    },
    newest: () => newest,
    faults: (): Faults => ({ lost: missing.size, disordered, doubled }),
  };
}
