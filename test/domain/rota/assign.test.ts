import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignRows, type CostTable } from '#app/domain/rota/assign.ts';

const tables = fc.integer({ min: 1, max: 5 }).chain((rows) =>
  fc.integer({ min: rows, max: 6 }).chain((columns) => {
    const cells = (size: number) =>
      fc
        .array(fc.integer({ min: -size, max: size }), {
          minLength: rows * columns,
          maxLength: rows * columns,
        })
        .map((values) => Float64Array.from(values));
    return fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      major: cells(3),
      minor: cells(1_000_000_000_000),
    });
  }),
);

function costOf({ columns, major, minor }: CostTable, columnOf: number[]): [number, number] {
  const sum = (cells: Float64Array) =>
    columnOf.reduce((total, column, row) => total + cells[row * columns + column]!, 0);
  return [sum(major), sum(minor)];
}

function listAssignments(rows: number, columns: number): number[][] {
  if (rows === 0) return [[]];
  return listAssignments(rows - 1, columns).flatMap((chosen) =>
    Array.from({ length: columns }, (_, column) => column)
      .filter((column) => !chosen.includes(column))
      .map((column) => [...chosen, column]),
  );
}

it('R8 finds the least cost, compared with trying every assignment', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const columnOf = assignRows(table);
      expect(new Set(columnOf).size).toBe(table.rows);
      const costs = listAssignments(table.rows, table.columns).map((each) => costOf(table, each));
      const least = costs.reduce((a, b) => (b[0] < a[0] || (b[0] === a[0] && b[1] < a[1]) ? b : a));
      expect(costOf(table, columnOf)).toEqual(least);
    }),
    { numRuns: 400 },
  );
});

it('R8 stays exact where one scaled number would not: costs of 10^13 that differ by 1', () => {
  const major = Float64Array.from([1_000_000_000, 1_000_000_000, 1_000_000_000, 1_000_000_000]);
  const big = 10_000_000_000_000;
  const minor = Float64Array.from([big, big - 1, big, big]);
  expect(assignRows({ rows: 2, columns: 2, major, minor })).toEqual([1, 0]);
});

it('R3 refuses a table with fewer columns than rows, which has no answer', () => {
  const cells = Float64Array.from([0, 0]);
  expect(() => assignRows({ rows: 2, columns: 1, major: cells, minor: cells })).toThrow(RangeError);
});
