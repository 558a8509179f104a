// How long an event takes from the first screen to the last, whatever happens to lines and processes meanwhile.
import type { Story } from './story.ts';

/** In ms: half, 99 of 100, and all of what every place got to see came within so long after it was first seen. */
export type Lag = { p50: number; p99: number; most: number };

/** Of every event and every place, over reloads of its page. */
export function lagOf({ shows }: Pick<Story, 'shows'>): Lag {
  const first: number[] = [];
  const reached = new Map<string, number>();
  const lags: number[] = [];
  for (const { t, version } of shows)
    for (let one = version; one > 0 && first[one] === undefined; one -= 1) first[one] = t;
  for (const { t, tab, version } of shows) {
    const place = tab.split('.').slice(0, 2).join('.');
    const before = reached.get(place);
    // What was said before somebody came in was never late for them.
    for (let one = (before ?? version) + 1; one <= version; one += 1) lags.push(t - (first[one] ?? t));
    reached.set(place, Math.max(version, before ?? 0));
  }
  lags.sort((a, b) => a - b);
  const at = (share: number) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}
