// Waiting in a test for what comes by itself.
import { vi } from 'vitest';

/**
 * Resolves with what `check` gives once it no longer throws; after 40 s it throws what `check` threw last. A slow machine
 * is no fault of the code, so this says nothing of how fast: that is for `npm run bench:*`.
 */
export function until<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 40_000, interval: 20 });
}
