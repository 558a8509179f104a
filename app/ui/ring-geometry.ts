/**
 * Where things stand around the table. One unit system for all sizes: a square of `ringSide` units, angles in degrees
 * clockwise from the top.
 */
export const ringSide = 320;
export const ringCentre = ringSide / 2;
export const tableRadius = 72;
/** The least and most seats the ring is drawn for. */
export const ringSeats = { least: 2, most: 12 };

export type Point = { x: number; y: number };

/** The radius of the circle that the seats' centres stand on. */
const orbit = 119;
/** Between the table's edge and the seats: the way the lead travels. */
const lane = 85;

/** A seat's radius: smaller where more of them share the table. */
export function seatRadius(count: number): number {
  if (count <= 8) return 25;
  return count <= 10 ? 22 : 20;
}

/** The angle of each seat. The reader's own seat (`near`, if any) is at the near side of the table, the bottom. */
export function seatAngles(count: number, near: number): number[] {
  const start = near >= 0 ? 180 - (360 * near) / count : 0;
  return Array.from({ length: count }, (_, index) => (start + (360 * index) / count + 360) % 360);
}

/** The point at this angle and distance from the centre of the table. */
export function pointAt(angle: number, distance: number = orbit): Point {
  const radians = ((angle - 90) * Math.PI) / 180;
  return {
    x: round(ringCentre + distance * Math.cos(radians)),
    y: round(ringCentre + distance * Math.sin(radians)),
  };
}

/** The way round the table from one seat's angle to another's, the shorter way, with its head: two SVG paths. */
export function lanePath(from: number, to: number, width: number): { line: string; head: string } {
  const span = ((to - from + 540) % 360) - 180;
  const way = span < 0 ? -1 : 1;
  const inset = width / 2 + 2;
  const start = pointAt(from + way * inset, lane);
  const end = pointAt(to - way * (inset + 3), lane);
  const wide = Math.abs(span) > 180 ? 1 : 0;
  const line = `M${start.x} ${start.y}A${lane} ${lane} 0 ${wide} ${way === 1 ? 1 : 0} ${end.x} ${end.y}`;

  return { line, head: headPath(end, to - way * inset + (way === 1 ? 90 : -90)) };
}

/** A bowed line across the table between two seats' angles, with its head. Both directions of a pair bow apart. */
export function crossingPath(from: number, to: number, radius: number): { line: string; head: string } {
  const rim = orbit - radius - 6;
  const start = pointAt(from, rim);
  const end = pointAt(to, rim);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const control = {
    x: round(middle.x + (ringCentre - middle.x) * 0.35 + (end.y - start.y) * 0.16),
    y: round(middle.y + (ringCentre - middle.y) * 0.35 - (end.x - start.x) * 0.16),
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
    const radians = ((direction + turn - 90) * Math.PI) / 180;
    return `${round(tip.x + length * Math.cos(radians))} ${round(tip.y + length * Math.sin(radians))}`;
  };
  return `M${corner(0, 4)}L${corner(128, 6)}L${corner(-128, 6)}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
