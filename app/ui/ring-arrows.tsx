import { type ArrowPaths, crossingPath, lanePath } from './ring-geometry.ts';
import type { Seat } from './ring-seat-model.ts';

/** From one seat's id to another's. */
export type RingArrow = { from: string; to: string };
type Places = { seats: readonly Seat[]; angles: readonly number[] };

/** Where the lead goes: a solid line from who leads to who is next, a broken one from there to who is next after that. */
export function RingLanes({ seats, angles }: Places) {
  const lead = angles[seats.findIndex((seat) => seat.lead)];
  const next = angles[seats.findIndex((seat) => seat.next === 1)];
  const then = angles[seats.findIndex((seat) => seat.next === 2)];

  return (
    <g className="text-lead" fill="none" stroke="currentColor" strokeWidth={2.5} strokeLinecap="round">
      {lead !== undefined && next !== undefined ? <Arrow {...lanePath(lead, next)} /> : null}
      {next !== undefined && then !== undefined ? <Arrow {...lanePath(next, then)} broken /> : null}
    </g>
  );
}

/** Who gives to whom, across the table. Arrows to or from unknown seats are left out. */
export function RingArrows({
  seats,
  angles,
  radius,
  arrows,
}: Places & { radius: number; arrows: readonly RingArrow[] }) {
  return (
    <g className="text-give" fill="none" stroke="currentColor" strokeWidth={1.75} strokeLinecap="round">
      {arrows.map(({ from, to }) => {
        const start = angles[seats.findIndex((seat) => seat.id === from)];
        const end = angles[seats.findIndex((seat) => seat.id === to)];
        if (start === undefined || end === undefined || from === to) return null;
        return <Arrow key={`${from} ${to}`} {...crossingPath(start, end, radius)} />;
      })}
    </g>
  );
}

function Arrow({ line, head, broken = false }: ArrowPaths & { broken?: boolean }) {
  return (
    <>
      <path d={line} strokeDasharray={broken ? '1 5' : undefined} />
      <path d={head} fill="currentColor" stroke="none" />
    </>
  );
}
