/**
 * How long a browser waits before it sends again what the server could not take. A server that is busy hears less and
 * less, and whoever was told to wait at the same moment does not come back at the same moment.
 *
 * Q1 The pause doubles with every try in vain, from FIRST up to LONGEST; once something was taken it begins anew.
 * Q2 It is never shorter than the server asked for.
 * Q3 Half of it is drawn by lot.
 * Source: exponential back-off with equal jitter (AWS Architecture Blog, "Exponential Backoff And Jitter", 2015).
 */

/** In ms. */
const FIRST = 1_000;
const LONGEST = 16_000;

/**
 * The pause in ms. `tries`: how many in a row were in vain, from 1; `asked`: what the server asked for, in ms, 0 for
 * nothing; `lot`: from 0 up to, but not, 1.
 */
export function pauseBefore({ tries, asked, lot }: { tries: number; asked: number; lot: number }): number {
  const half = Math.min(LONGEST, FIRST * 2 ** (tries - 1)) / 2;
  return Math.max(asked, half) + half * lot;
}
