import { plainPlaces } from './plain-text.ts';
import { isUnspaced } from './unspaced.ts';

/** The marks the database puts around what it found; typed text never has them (control characters are taken out). */
export const HIT_BEGINS = '\u0002';
export const HIT_ENDS = '\u0003';

/** From where to where something stands. */
type Span = [from: number, to: number];

/** X4 X6: what was found in a text, in order; no two of them touch. See `excerptOf`. */
export function hitsIn(text: string, marked: string, runs: readonly string[]): Span[] {
  const { plain, places } = plainPlaces(text);
  const placeOf = (at: number) => places[at] ?? text.length;
  const found = inRuns(plain, runs, markedIn(plain, marked));
  return joined(found.map(([from, to]) => [placeOf(from), placeOf(to)]));
}

/** From where to where something was found. Of words and gaps of 2 kB and more the database gives back nothing. */
function markedIn(plain: string, marked: string): Span[] {
  const hits: Span[] = [];
  let at = 0;
  let from: number | null = null;
  for (const unit of marked) {
    if (unit === HIT_BEGINS) from = null;
    else if (unit === HIT_ENDS) hits.push([from ?? at, at]);
    else {
      at = Math.max(at, plain.indexOf(unit, at));
      from ??= at;
      at += unit.length;
    }
  }
  return hits;
}

/** X6: without the characters that the database marks wherever they stand, though a run of them was asked for. */
function inRuns(plain: string, runs: readonly string[], hits: Span[]): Span[] {
  const isAsked = new Uint8Array(plain.length);
  for (const run of runs)
    for (let at = plain.indexOf(run); at >= 0; at = plain.indexOf(run, at + 1))
      isAsked.fill(1, at, at + run.length);
  const kept = hits.filter(([from, to]) => isAsked[from] || !isUnspaced(plain.slice(from, to)));
  // A run with a sign or a line's end in it is found as well.
  return kept.length > 0 ? kept : hits;
}

/** With those that touch as one. */
function joined(hits: Span[]): Span[] {
  const all: Span[] = [];
  for (const [from, to] of hits) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else all.push([from, to]);
  }
  return all;
}
