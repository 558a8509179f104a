/**
 * Where things stand around the table. One unit system for all sizes: a field `ringWidth` wide, angles in degrees
 * clockwise from the top, (0, 0) the middle of the table.
 */
export const ringWidth = 320;
/** Higher than wide: names stand above the upper seats and below the others. */
export const ringHeight = 344;
export const tableRadius = 72;

export type Point = { x: number; y: number };

/** The radius of the circle that the seats' centres stand on. */
const orbit = 119;
/** Between the table's edge and the seats: the way the lead travels. */
const lane = 83;

/** A seat's radius: smaller where more of them share the table. */
export function seatRadius(count: number): number {
  if (count <= 8) return 25;
  return count <= 10 ? 22 : 20;
}

/** The angle of each seat. The reader's own seat (`near`, an index, or -1) is at the near side of the table, the bottom. */
export function seatAngles(count: number, near: number): number[] {
  const start = near >= 0 ? 180 - (360 * near) / count : 0;
  return Array.from({ length: count }, (_, index) => (start + (360 * index) / count + 360) % 360);
}

/** Whether a seat at this angle carries its name above, away from the table. */
export function isUpper(angle: number): boolean {
  return Math.cos((angle * Math.PI) / 180) > 0.3;
}

/**
 * How far a name is moved sideways, away from the neighbours, where many share the table; at the very sides there is
 * no room and no need.
 */
export function labelShift(angle: number, count: number): number {
  const radians = (angle * Math.PI) / 180;
  const side = Math.abs(Math.cos(radians)) < 0.3;
  return count <= 8 || side ? 0 : round(19 * Math.sin(radians));
}

/** The point at this angle and distance from the middle of the table. */
export function pointAt(angle: number, distance: number = orbit): Point {
  const radians = ((angle - 90) * Math.PI) / 180;
  return { x: round(distance * Math.cos(radians)), y: round(distance * Math.sin(radians)) };
}

export type ArrowPaths = { line: string; head: string };

/** The way round the table from one seat's angle to another's, the shorter way, with its head: two SVG paths. */
export function lanePath(from: number, to: number): ArrowPaths {
  const span = ((to - from + 540) % 360) - 180;
  const way = span < 0 ? -1 : 1;
  const start = pointAt(from + way * 5, lane);
  const end = pointAt(to - way * 8, lane);
  const line = `M${start.x} ${start.y}A${lane} ${lane} 0 0 ${way === 1 ? 1 : 0} ${end.x} ${end.y}`;

  return { line, head: headPath(end, to - way * 5 + way * 90) };
}

/** A bowed line across the table between two seats' angles, with its head. Both directions of a pair bow apart. */
export function crossingPath(from: number, to: number, radius: number): ArrowPaths {
  const rim = orbit - radius - 6;
  const start = pointAt(from, rim);
  const end = pointAt(to, rim);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const control = {
    x: round(middle.x * 0.65 + (end.y - start.y) * 0.16),
    y: round(middle.y * 0.65 - (end.x - start.x) * 0.16),
  };
  const direction = (Math.atan2(end.y - control.y, end.x - control.x) * 180) / Math.PI + 90;

  return {
    line: `M${start.x} ${start.y}Q${control.x} ${control.y} ${end.x} ${end.y}`,
    head: headPath(end, direction),
  };
}

/** A small arrowhead at a point; direction in degrees clockwise from up. */
function headPath(tip: Point, direction: number): string {
  const corner = (turn: number, length: number) => {
    const { x, y } = pointAt(direction + turn, length);
    return `${round(tip.x + x)} ${round(tip.y + y)}`;
  };
  return `M${corner(0, 4)}L${corner(128, 6)}L${corner(-128, 6)}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
