/**
 * The generated ground of a seat: the same id always gives the same tone and motif, so that people know each other
 * by it. Every tone carries its initials at 4.5:1 or more in both themes (token-contrast.test.ts).
 */
export type SeatTone = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export type SeatPattern = {
  tone: SeatTone;
  /** What is drawn over the tone, as an SVG path around (0, 0) that never leaves the circle. */
  path: string;
};

const motifs = [half, quarter, band, crescent, core, petals];

/** The pattern for an id on a seat of this radius (user units). */
export function seatPattern(id: string, radius: number): SeatPattern {
  const number = hash(id);
  const motif = motifs[Math.floor(number / 8) % motifs.length] ?? half;
  const turn = (Math.floor(number / 48) % 8) * 45;

  return { tone: ((number % 8) + 1) as SeatTone, path: motif(radius, turn) };
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): small, and spreads similar ids well after the last mixing. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** A point on the circle, as path text; degrees clockwise from the top. */
function at(radius: number, degrees: number): string {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
}

function half(r: number, turn: number): string {
  return `M${at(r, turn)}A${r} ${r} 0 0 1 ${at(r, turn + 180)}Z`;
}

function quarter(r: number, turn: number): string {
  return `M0 0L${at(r, turn)}A${r} ${r} 0 0 1 ${at(r, turn + 90)}ZM0 0L${at(r, turn + 180)}A${r} ${r} 0 0 1 ${at(r, turn + 270)}Z`;
}

function band(r: number, turn: number): string {
  return `M${at(r, turn + 60)}A${r} ${r} 0 0 1 ${at(r, turn + 120)}L${at(r, turn + 240)}A${r} ${r} 0 0 1 ${at(r, turn + 300)}Z`;
}

function crescent(r: number, turn: number): string {
  return `M${at(r, turn)}A${r} ${r} 0 0 1 ${at(r, turn + 180)}A${r * 1.3} ${r * 1.3} 0 0 0 ${at(r, turn)}Z`;
}

function core(r: number): string {
  const inner = r * 0.68;
  return `M${at(inner, 0)}A${inner} ${inner} 0 0 1 ${at(inner, 180)}A${inner} ${inner} 0 0 1 ${at(inner, 360)}Z`;
}

function petals(r: number, turn: number): string {
  return [0, 120, 240]
    .map((step) => {
      const from = turn + step;
      return `M${at(r, from)}A${r} ${r} 0 0 1 ${at(r, from + 75)}A${r} ${r} 0 0 0 ${at(r, from)}Z`;
    })
    .join('');
}
