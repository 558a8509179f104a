/**
 * Choosing the holders of all open meetings: the cheapest assignment, and among those one without two in a row.
 */
import { assignRows } from './assign.ts';
import type { Horizon } from './horizon.ts';
import { forbidden, measureUnfairness, priceTurns } from './price.ts';
import { cureRepeat, listRepeats, type Repeat } from './repeat.ts';
import { listTurns, type Turn } from './turns.ts';

/** R7 At most this many assignments are solved for one plan. */
const mostNodes = 60;

type Node = {
  holders: number[];
  unfairness: number;
  minor: number;
  repeats: Repeat[];
  accepted: number[];
  major: Float64Array;
};

function solve(
  horizon: Horizon,
  turns: Turn[],
  minor: Float64Array,
  major: Float64Array,
  accepted: number[],
): Node | null {
  const rows = horizon.rows.length;
  const columns = turns.length;
  const columnOf = assignRows({ rows, columns, major, minor });
  if (columnOf.some((column, row) => major[row * columns + column]! >= forbidden / 2)) return null;

  const holders = columnOf.map((column) => turns[column]!.member);
  return {
    holders,
    unfairness: measureUnfairness(horizon, turns, holders),
    minor: columnOf.reduce((sum, column, row) => sum + minor[row * columns + column]!, 0),
    repeats: listRepeats(horizon, holders),
    accepted,
    major,
  };
}

/** The same costs with one member kept off one row; null when nobody else may hold it. */
function keepOff(horizon: Horizon, turns: Turn[], node: Node, row: number): Float64Array | null {
  const member = node.holders[row]!;
  const others = turns.some(
    (turn, column) => turn.member !== member && node.major[row * turns.length + column]! < forbidden / 2,
  );
  if (!others || !horizon.choice[row]![member]) return null;

  const major = node.major.slice();
  turns.forEach((turn, column) => {
    if (turn.member === member) major[row * turns.length + column] = forbidden;
  });
  return major;
}

function isBefore(a: Node, b: Node): boolean {
  if (a.accepted.length !== b.accepted.length) return a.accepted.length < b.accepted.length;
  return a.unfairness < b.unfairness || (a.unfairness === b.unfairness && a.minor < b.minor);
}

/** R5 The least unfairness (see measureUnfairness) that any choice of holders has; 0 where all windows can be kept. */
export function leastUnfairness(horizon: Horizon): number {
  const turns = listTurns(horizon);
  if (turns.length === 0) return 0;
  const { major, minor } = priceTurns(horizon, turns);

  return solve(horizon, turns, minor, major, [])?.unfairness ?? Number.POSITIVE_INFINITY;
}

/**
 * R7 How unfair a plan may be to avoid two in a row, from the least unfairness there is: not at all while the bound
 * of R5 has held and can hold; once late events have broken it, as much as it takes.
 */
export function limitUnfairness(horizon: Horizon, least: number): number {
  return horizon.isBounded && least === 0 ? 0 : Number.POSITIVE_INFINITY;
}

/** R7 What the search left within its limit of nodes, where one other choice of holder is enough. */
function cureRest(horizon: Horizon, turns: Turn[], holders: number[], limit: number): number[] {
  for (const repeat of listRepeats(horizon, holders)) {
    const cured = cureRepeat(horizon, turns, holders, repeat, limit);
    if (cured) return cureRest(horizon, turns, cured, limit);
  }
  return holders;
}

/**
 * R7 Best first: where a solution has somebody twice in a row, both ways of forbidding it are solved, and a third
 * branch accepts it; fewer accepted come first. Solutions with more unfairness than `limit` are not taken.
 */
function avoidRepeats(
  horizon: Horizon,
  turns: Turn[],
  minor: Float64Array,
  root: Node,
  limit: number,
): number[] {
  const open = [root];
  let best = root;
  for (let nodes = 1; open.length > 0 && nodes < mostNodes; ) {
    const node = open.reduce((a, b) => (isBefore(b, a) ? b : a));
    open.splice(open.indexOf(node), 1);
    if (node.repeats.length < best.repeats.length) best = node;
    const pairs = node.repeats.filter((pair) => !node.accepted.includes(pair.at));
    if (pairs.length === 0) return node.holders;

    const options = pairs.map((pair) => ({
      pair,
      tables: pair.rows.flatMap((row) => keepOff(horizon, turns, node, row) ?? []),
    }));
    const tightest = options.reduce((a, b) => (b.tables.length < a.tables.length ? b : a));
    open.push({ ...node, accepted: [...node.accepted, tightest.pair.at] });
    for (const table of tightest.tables) {
      const child = solve(horizon, turns, minor, table, node.accepted);
      nodes += 1;
      if (child && child.unfairness <= limit) open.push(child);
    }
  }
  return best.holders;
}

/** The member index for every row of the horizon. */
export function chooseHolders(horizon: Horizon): number[] {
  if (horizon.rows.length === 0) return [];

  const turns = listTurns(horizon);
  const { major, minor } = priceTurns(horizon, turns);
  const root = solve(horizon, turns, minor, major, []);
  if (!root) throw new Error('The rota has a meeting that no turn can fill.');
  const limit = limitUnfairness(horizon, root.unfairness);
  return cureRest(horizon, turns, avoidRepeats(horizon, turns, minor, root, limit), limit);
}
