import MessageCircle from 'lucide-react/icons/message-circle';
import Pause from 'lucide-react/icons/pause';
import Star from 'lucide-react/icons/star';
import { classNames } from './class-names.ts';
import type { Point } from './ring-geometry.ts';
import type { Seat } from './ring-seat-model.ts';
import { HandSign, NextSign, RoundSign, TypingSign } from './ring-signs.tsx';
import { SeatFace } from './seat-face.tsx';

type RingSeatProps = {
  seat: Seat;
  at: Point;
  radius: number;
  label?: string | undefined;
  /** The label stands above the seat rather than below. */
  upper?: boolean;
  /** Moves the label sideways, in units. */
  shift?: number;
};

/** A seat with all its signs. Each state has a shape or a sign of its own, never a colour alone. */
export function RingSeat({ seat, at, radius, label, upper = false, shift = 0 }: RingSeatProps) {
  const corner = radius * 0.78;

  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      {seat.floor ? <FloorGlow radius={radius} /> : null}
      {seat.lead ? <circle r={radius + 3.5} fill="none" strokeWidth={3} className="stroke-lead" /> : null}
      <SeatFace {...seat} radius={radius} />
      {seat.lead ? <RoundSign of={Star} kind="lead" x={-corner} y={-corner} /> : null}
      {seat.next && label ? <NextSign next={seat.next} x={-corner} y={-corner} /> : null}
      {seat.floor ? <RoundSign of={MessageCircle} kind="floor" x={corner} y={-corner} /> : null}
      {seat.hand === undefined ? null : (
        <HandSign number={seat.hand} x={corner} y={seat.floor ? corner : -corner} />
      )}
      {seat.typing ? (
        <TypingSign x={seat.floor && seat.hand !== undefined ? -corner : corner} y={corner} />
      ) : null}
      {seat.state === 'away' ? <RoundSign of={Pause} kind="away" x={-corner} y={corner} /> : null}
      {label ? (
        <SeatLabel label={label} x={shift} y={labelHeight(seat, radius, upper)} strong={seat.self === true} />
      ) : null}
    </g>
  );
}

/** Clear of the glow, the gold ring and the signs, where there are some. */
function labelHeight(seat: Seat, radius: number, upper: boolean): number {
  const rim = radius + (seat.floor ? 8 : seat.lead ? 5 : 1);
  const signs = seat.next || seat.hand !== undefined ? 4 : 0;
  return upper ? -rim - 5 - signs : rim + 14;
}

function FloorGlow({ radius }: { radius: number }) {
  return (
    <>
      <circle r={radius + 9} className="animate-pulse fill-accent" fillOpacity={0.22} />
      <circle r={radius + 6.5} fill="none" strokeWidth={2.5} className="stroke-accent" />
    </>
  );
}

type SeatLabelProps = { label: string; x: number; y: number; strong: boolean };

/** The name beside the seat: in larger units where the whole ring is small, so that it stays readable at 280 px. */
function SeatLabel({ label, x, y, strong }: SeatLabelProps) {
  return (
    <text
      x={x}
      y={y}
      textAnchor="middle"
      className={classNames(
        'hidden fill-ink text-[13.5px] @min-[15rem]:block @min-[20rem]:text-[12.5px] @min-[26rem]:text-[11px]',
        strong ? 'font-bold' : 'font-medium',
      )}
    >
      {label}
    </text>
  );
}
