import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { type RingArrow, RingArrows, RingLanes } from './ring-arrows.tsx';
import { pointAt, ringCentre, ringSide, seatAngles, seatRadius } from './ring-geometry.ts';
import { RingSeat } from './ring-seat.tsx';
import { type Seat, seatWords } from './ring-seat-model.ts';
import { type RingProgress, RingTable } from './ring-table.tsx';
import { seatLabels } from './seat-labels.ts';

const widths = { small: 'max-w-44', medium: 'max-w-88', large: 'max-w-136' };

type RingProps = {
  /** 2 to 12 seats, clockwise; a `self` seat is turned to the near side of the table. */
  seats: readonly Seat[];
  /** Names the list for screen readers, for example "Who is here". */
  label: string;
  /** In the middle of the table. */
  centre?: { title: ReactNode; detail?: ReactNode };
  /** Around the table's edge: 0 to 1 of the time, or 'overtime'. */
  progress?: RingProgress;
  /** The seat that moves to the middle. */
  hotSeat?: string;
  /** Who teaches whom, by seat id. */
  arrows?: readonly RingArrow[];
  /** small: initials only. medium and large also carry names where there is room. */
  size?: keyof typeof widths;
  /** Whether being here or not means something on this page; false leaves those words out. */
  presence?: boolean;
};

/** Seats around a table: the sign of the product. A drawing for the eyes, and the same facts as a list for screen readers. */
export function Ring({
  seats,
  label,
  centre,
  progress,
  hotSeat,
  arrows = [],
  size = 'medium',
  presence = true,
}: RingProps) {
  const radius = seatRadius(seats.length);
  const angles = seatAngles(
    seats.length,
    seats.findIndex((seat) => seat.self),
  );
  const labels = size === 'small' ? [] : seatLabels(seats.map((seat) => seat.name));
  const hot = seats.find((seat) => seat.id === hotSeat);

  return (
    <figure className={classNames('@container relative mx-auto w-full', widths[size])}>
      <svg
        viewBox={`0 0 ${ringSide} ${ringSide}`}
        aria-hidden="true"
        focusable="false"
        className="block h-auto w-full"
      >
        <RingTable progress={progress} />
        <RingLanes seats={seats} angles={angles} radius={radius} />
        <RingArrows seats={seats} angles={angles} radius={radius} arrows={arrows} />
        {seats.map((seat, index) => {
          const at = pointAt(angles[index] ?? 0);
          if (seat === hot) return <EmptyChair key={seat.id} {...at} radius={radius} />;
          const name = seat.self && size !== 'small' ? 'You' : labels[index];
          return <RingSeat key={seat.id} seat={seat} at={at} radius={radius} label={name} />;
        })}
        {hot ? (
          <RingSeat seat={hot} at={{ x: ringCentre, y: centre ? ringCentre - 30 : ringCentre }} radius={28} />
        ) : null}
      </svg>
      {centre ? <Centre {...centre} low={hot !== undefined} /> : null}
      <ul aria-label={label} className="sr-only">
        {seats.map((seat) => (
          <li key={seat.id}>{seatWords(seat, presence, seat === hot)}</li>
        ))}
      </ul>
    </figure>
  );
}

/** The place somebody left for the middle. */
function EmptyChair({ x, y, radius }: { x: number; y: number; radius: number }) {
  return (
    <circle
      cx={x}
      cy={y}
      r={radius - 6}
      strokeWidth={1.5}
      strokeDasharray="2 4"
      className="fill-none stroke-line-strong"
    />
  );
}

function Centre({ title, detail, low }: { title: ReactNode; detail?: ReactNode; low: boolean }) {
  return (
    <figcaption
      className={classNames(
        'absolute inset-x-[30%] flex flex-col items-center text-center leading-tight',
        low ? 'top-1/2 h-[20%] justify-start' : 'inset-y-[30%] justify-center',
      )}
    >
      <span className="line-clamp-2 font-serif text-sm font-semibold @min-[22rem]:text-lg">{title}</span>
      {detail ? (
        <span className="line-clamp-2 text-xs tabular-nums text-ink-soft @min-[22rem]:text-sm">{detail}</span>
      ) : null}
    </figcaption>
  );
}
