/**
 * What it costs to give an open meeting to a turn. Pairs of integers: fairness first (major), calm second (minor).
 *
 *   major  (meetings outside the window)², and a reward for a turn whose window closes inside the horizon: what
 *          leaving it out would cost, `turnMissed` and the square of its delay until the end. That is worse than any
 *          sum of distances, so such turns are mandatory wherever that is possible, and the latest give way first.
 *   minor  changing what was announced (near dates dearer: 1 to 2 times 1000 meetings of distance)
 *          ≫ the distance from the ideal date, which makes the familiar fixed order ≫ a tie-break from the seed.
 */
import type { CostTable } from './assign.ts';
import type { Horizon } from './horizon.ts';
import { distanceOutside, type Turn } from './turns.ts';

/** Distances beyond this count as this, which keeps every sum below `turnMissed`. */
const farthest = 500;
const turnMissed = 100_000_000;
/** The major cost of what is not allowed; more than any plan costs. */
export const forbidden = 1_000_000_000_000;

/** Distances from the ideal date count in n-ths of a meeting, up to this many. */
const farthestIdeal = 312;
/** More than the squares of a whole season add up to, and the same for the tie-breaks. */
const changeScale = 4_194_304;
const tieScale = 8192;
const tieRange = 256;

/** A number from 0 to tieRange − 1 that looks random and depends on its three inputs only. */
function breakTie(seed: number, order: number, number: number): number {
  let mixed = Math.imul(seed ^ Math.imul(order + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(number, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % tieRange;
}

function priceDistance(turn: Turn, row: number): number {
  return Math.min(farthest, distanceOutside(turn, row)) ** 2;
}

/** What it costs to leave a turn out of a horizon of so many rows: nothing as long as its window is still open. */
function priceMissing(turn: Turn, rows: number): number {
  return turn.closes < rows ? turnMissed + priceDistance(turn, rows) : 0;
}

function priceMajor(horizon: Horizon, turn: Turn, row: number): number {
  if (!horizon.choice[row]![turn.member]) return forbidden;

  return priceDistance(turn, row) - priceMissing(turn, horizon.rows.length);
}

function priceMinor(horizon: Horizon, turn: Turn, row: number): number {
  const { members, rows, seed } = horizon;
  const member = members[turn.member]!;
  const meeting = rows[row]!;
  const isChanged = meeting.announced !== null && meeting.announced !== member.id;
  const change = isChanged ? 2 * rows.length - row : 0;
  // R6 The n-th in order is due after n n-ths of the window: with everyone present, exactly the n-th meeting of it.
  const window = turn.closes - turn.opens + 1;
  const distance = Math.abs((row - turn.opens) * members.length - turn.member * window);
  const calm = change * changeScale + Math.min(farthestIdeal, distance) ** 2;

  return calm * tieScale + breakTie(seed, member.order, meeting.number);
}

/** The costs of every row and turn of the horizon. */
export function priceTurns(horizon: Horizon, turns: Turn[]): CostTable {
  const rows = horizon.rows.length;
  const columns = turns.length;
  const major = new Float64Array(rows * columns);
  const minor = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    turns.forEach((turn, column) => {
      major[row * columns + column] = priceMajor(horizon, turn, row);
      minor[row * columns + column] = priceMinor(horizon, turn, row);
    });
  }
  return { rows, columns, major, minor };
}

/**
 * How far the holders (member indices, one per row) are from keeping every turn inside its window: 0 means that they
 * do, and then every count stays within floor and ceiling of its share after every row (R5).
 */
export function measureUnfairness(horizon: Horizon, turns: Turn[], holders: number[]): number {
  const rowsOf = horizon.members.map((_, member) =>
    holders.flatMap((held, row) => (held === member ? [row] : [])),
  );
  let sum = 0;
  for (const turn of turns) {
    const row = rowsOf[turn.member]!.shift();
    sum += row === undefined ? priceMissing(turn, horizon.rows.length) : priceDistance(turn, row);
  }
  // More rows than turns on offer.
  return sum + rowsOf.flat().length * farthest ** 2;
}
