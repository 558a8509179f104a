import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { kept } from './kept.tsx';
import { type RingArrow, RingArrows, RingLanes } from './ring-arrows.tsx';
import { RingCentre } from './ring-centre.tsx';
import {
  isUpper,
  labelShift,
  pointAt,
  ringHeight,
  ringWidth,
  seatAngles,
  seatRadius,
} from './ring-geometry.ts';
import { RingSeat } from './ring-seat.tsx';
import { type Seat, seatWords } from './ring-seat-model.ts';
import { type RingProgress, RingTable } from './ring-table.tsx';
import { seatLabels } from './seat-labels.ts';

const widths = { small: 'max-w-44', medium: 'max-w-88', large: 'max-w-120' };

export type RingProps = {
  /** 2 to 12 seats, clockwise; a `self` seat is turned to the near side of the table. */
  seats: readonly Seat[];
  /** Names the list for screen readers, for example "Who is here". */
  label: string;
  /** In the middle of the table. */
  centre?: { title: ReactNode; detail?: ReactNode };
  /** Around the table's edge: 0 to 1 of the time, or 'overtime'. */
  progress?: RingProgress;
  /** The id of the seat that moves to the middle. */
  hotSeat?: string;
  /** Who gives to whom, by seat id. */
  arrows?: readonly RingArrow[];
  /** small: initials only. medium and large carry names as well. */
  size?: keyof typeof widths;
  /** Whether being here or not means something on this page; false leaves those words out. */
  presence?: boolean;
};

/** Seats around a table: the sign of the product. A drawing for the eyes, and the same facts as a list for screen readers. */
export function Ring(props: RingProps) {
  const { seats, label, centre, hotSeat, size = 'medium', presence = true } = props;
  const hot = seats.find((seat) => seat.id === hotSeat);

  return (
    <figure className={classNames('@container relative mx-auto w-full', widths[size])}>
      <Drawing {...props} size={size} hot={hot} />
      {centre ? <RingCentre {...centre} low={hot !== undefined} /> : null}
      <ul aria-label={label} className="sr-only">
        {seats.map((seat) => (
          <li key={seat.id}>{seatWords(seat, presence, seat === hot)}</li>
        ))}
      </ul>
    </figure>
  );
}

type DrawingProps = RingProps & { hot: Seat | undefined };

const Drawing = import.meta.env.SSR
  ? kept('ring', DrawnRing, ({ seats, centre, progress, arrows, size, hot }) =>
      JSON.stringify([seats, !centre, progress, arrows, size, hot?.id]),
    )
  : DrawnRing;

function DrawnRing({ seats, centre, progress, arrows = [], size, hot }: DrawingProps) {
  const radius = seatRadius(seats.length);
  const own = seats.findIndex((seat) => seat.self);
  const angles = seatAngles(seats.length, own);
  const labels = size === 'small' ? [] : seatLabels(seats.map((seat) => seat.name));

  return (
    <svg
      viewBox={`${-ringWidth / 2} ${-ringHeight / 2} ${ringWidth} ${ringHeight}`}
      aria-hidden="true"
      focusable="false"
      className="block h-auto w-full overflow-visible font-sans select-none"
    >
      <RingTable progress={progress} />
      <RingLanes seats={seats} angles={angles} />
      <RingArrows seats={seats} angles={angles} radius={radius} arrows={arrows} />
      {seats.map((seat, index) => {
        const angle = angles[index] ?? 0;
        const place = { at: pointAt(angle), radius };
        if (seat === hot) return <EmptyChair key={seat.id} {...place} />;
        const name = labels[index] && index === own ? 'You' : labels[index];
        return (
          <RingSeat
            key={seat.id}
            seat={seat}
            {...place}
            label={name}
            upper={isUpper(angle)}
            shift={labelShift(angle, seats.length)}
          />
        );
      })}
      {hot ? <RingSeat seat={hot} at={{ x: 0, y: centre ? -30 : 0 }} radius={28} /> : null}
    </svg>
  );
}

/** The place somebody left for the middle. */
function EmptyChair({ at, radius }: { at: { x: number; y: number }; radius: number }) {
  return (
    <circle
      cx={at.x}
      cy={at.y}
      r={radius - 8}
      strokeWidth={1.5}
      strokeDasharray="2 4"
      className="fill-none stroke-line-strong"
    />
  );
}
