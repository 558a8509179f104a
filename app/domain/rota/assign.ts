/**
 * The assignment solver: each row gets its own column so that the total cost is least.
 * Hungarian method with shortest augmenting paths (Kuhn 1955; Jonker & Volgenant, Computing 38 (1987) 325-340).
 *
 * A cost is a pair compared first by `major`, then by `minor`. Pairs of integers form an ordered group, which is
 * all the method needs; one scaled number would leave the range in which floats are exact integers (2^53).
 */

/** Row-major tables; every entry is an integer below 10^13 in size. */
export type CostTable = { rows: number; columns: number; major: Float64Array; minor: Float64Array };

/** The column of each row. O(rows² · columns). Throws RangeError when there are fewer columns than rows. */
export function assignRows(table: CostTable): number[] {
  const { rows, columns, major, minor } = table;
  if (columns < rows) throw new RangeError(`${rows} rows cannot share ${columns} columns.`);

  // Index 0 is the root of the search; real rows and columns count from 1.
  const rowMajor = new Float64Array(rows + 1);
  const rowMinor = new Float64Array(rows + 1);
  const columnMajor = new Float64Array(columns + 1);
  const columnMinor = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);

  for (let row = 1; row <= rows; row++) {
    const slackMajor = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const slackMinor = new Float64Array(columns + 1);
    const reached = new Uint8Array(columns + 1);
    let at = 0;
    rowOf[0] = row;
    do {
      reached[at] = 1;
      const from = rowOf[at]!;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (reached[column]) continue;
        const cell = (from - 1) * columns + column - 1;
        const a = major[cell]! - rowMajor[from]! - columnMajor[column]!;
        const b = minor[cell]! - rowMinor[from]! - columnMinor[column]!;
        if (isLess(a, b, slackMajor[column]!, slackMinor[column]!)) {
          slackMajor[column] = a;
          slackMinor[column] = b;
          cameFrom[column] = at;
        }
        const least =
          next === 0 ||
          isLess(slackMajor[column]!, slackMinor[column]!, slackMajor[next]!, slackMinor[next]!);
        if (least) next = column;
      }
      const stepMajor = slackMajor[next]!;
      const stepMinor = slackMinor[next]!;
      for (let column = 0; column <= columns; column++) {
        if (reached[column]) {
          rowMajor[rowOf[column]!]! += stepMajor;
          rowMinor[rowOf[column]!]! += stepMinor;
          columnMajor[column]! -= stepMajor;
          columnMinor[column]! -= stepMinor;
        } else {
          slackMajor[column]! -= stepMajor;
          slackMinor[column]! -= stepMinor;
        }
      }
      at = next;
    } while (rowOf[at] !== 0);
    for (; at !== 0; at = cameFrom[at]!) rowOf[at] = rowOf[cameFrom[at]!]!;
  }

  const columnOf = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++)
    if (rowOf[column]) columnOf[rowOf[column]! - 1] = column - 1;
  return columnOf;
}

function isLess(aMajor: number, aMinor: number, bMajor: number, bMinor: number): boolean {
  return aMajor < bMajor || (aMajor === bMajor && aMinor < bMinor);
}
