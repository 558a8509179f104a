import Hand from 'lucide-react/icons/hand';
import MessageCircle from 'lucide-react/icons/message-circle';
import Pause from 'lucide-react/icons/pause';
import Star from 'lucide-react/icons/star';
import { classNames } from './class-names.ts';
import type { IconDrawing } from './icon.tsx';
import type { Point } from './ring-geometry.ts';
import type { Seat } from './ring-seat-model.ts';
import { SeatFace } from './seat-face.tsx';

type RingSeatProps = { seat: Seat; at: Point; radius: number; label?: string | undefined };

/** A seat with all its signs. Each state has a shape or a sign of its own, never a colour alone. */
export function RingSeat({ seat, at, radius, label }: RingSeatProps) {
  const corner = radius * 0.78;

  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      {seat.floor ? <FloorGlow radius={radius} /> : null}
      {seat.lead ? <circle r={radius + 3.5} fill="none" strokeWidth={3} className="stroke-lead" /> : null}
      <SeatFace {...seat} radius={radius} />
      {seat.lead ? (
        <Sign of={Star} x={-corner} y={-corner} className="fill-lead-soft stroke-lead" full />
      ) : null}
      {seat.next ? <NextSign next={seat.next} x={-corner} y={-corner} /> : null}
      {seat.floor ? (
        <Sign of={MessageCircle} x={corner} y={-corner} className="fill-accent stroke-accent" inverse />
      ) : null}
      {seat.hand !== undefined ? (
        <HandSign number={seat.hand} x={corner} y={seat.floor ? corner : -corner} />
      ) : null}
      {seat.typing ? <TypingSign x={corner} y={corner} /> : null}
      {seat.state === 'away' ? (
        <Sign of={Pause} x={-corner} y={corner} className="fill-surface stroke-line-strong" />
      ) : null}
      {label ? <SeatLabel label={label} y={radius + 15} strong={seat.self === true} /> : null}
    </g>
  );
}

function FloorGlow({ radius }: { radius: number }) {
  return (
    <>
      <circle r={radius + 10} className="animate-pulse fill-accent" fillOpacity={0.22} />
      <circle r={radius + 6.5} fill="none" strokeWidth={2} className="stroke-accent" />
    </>
  );
}

type SignProps = {
  of: IconDrawing;
  x: number;
  y: number;
  className: string;
  full?: boolean;
  inverse?: boolean;
};

/** A round sign of 16 units on the seat's rim. */
function Sign({ of: Drawing, x, y, className, full, inverse }: SignProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={9} strokeWidth={1.5} className={className} />
      <Drawing
        x={-5.5}
        y={-5.5}
        width={11}
        height={11}
        strokeWidth={2.4}
        aria-hidden
        className={classNames(inverse ? 'text-on-accent' : 'text-ink', full && 'fill-lead')}
      />
    </g>
  );
}

function HandSign({ number, x, y }: { number: number; x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        x={-10}
        y={-9}
        width={28}
        height={18}
        rx={9}
        strokeWidth={1.5}
        className="fill-surface stroke-ink"
      />
      <Hand x={-7} y={-6} width={12} height={12} strokeWidth={2.2} aria-hidden className="text-ink" />
      <text
        x={11}
        dy="0.36em"
        textAnchor="middle"
        fontSize={11}
        fontWeight={700}
        className="fill-ink font-sans"
      >
        {number}
      </text>
    </g>
  );
}

/** Solid and "next", or outlined and "then". */
function NextSign({ next, x, y }: { next: 1 | 2; x: number; y: number }) {
  const first = next === 1;

  return (
    <g transform={`translate(${x - 4} ${y})`}>
      <rect
        x={-16}
        y={-8}
        width={32}
        height={16}
        rx={8}
        strokeWidth={1.5}
        className={classNames('stroke-lead', first ? 'fill-lead-soft' : 'fill-surface')}
      />
      <text dy="0.35em" textAnchor="middle" fontSize={10.5} fontWeight={650} className="fill-ink font-sans">
        {first ? 'next' : 'then'}
      </text>
    </g>
  );
}

function TypingSign({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        x={-13}
        y={-8}
        width={26}
        height={16}
        rx={8}
        strokeWidth={1.5}
        className="fill-surface stroke-line-strong"
      />
      {[-6, 0, 6].map((dot) => (
        <circle key={dot} cx={dot} r={2} className="animate-pulse fill-ink" />
      ))}
    </g>
  );
}

/** The name under the seat, on paper-coloured ground so that lines behind never cross it. */
function SeatLabel({ label, y, strong }: { label: string; y: number; strong: boolean }) {
  return (
    <text
      y={y}
      textAnchor="middle"
      fontSize={12.5}
      fontWeight={strong ? 700 : 500}
      strokeWidth={3}
      paintOrder="stroke"
      strokeLinejoin="round"
      className="hidden fill-ink stroke-paper font-sans @min-[18rem]:block"
    >
      {label}
    </text>
  );
}
