import { classNames } from './class-names.ts';
import { initialsOf } from './initials.ts';
import type { Seat } from './ring-seat-model.ts';
import { type SeatTone, seatPattern } from './seat-pattern.ts';

const tones: Record<SeatTone, string> = {
  1: 'fill-seat-1',
  2: 'fill-seat-2',
  3: 'fill-seat-3',
  4: 'fill-seat-4',
  5: 'fill-seat-5',
  6: 'fill-seat-6',
  7: 'fill-seat-7',
  8: 'fill-seat-8',
};

type SeatFaceProps = Pick<Seat, 'id' | 'name' | 'initials' | 'state'> & { radius: number };

/** The circle with its pattern and initials around (0, 0) of the drawing it stands in. Solid is here, hollow is not. */
export function SeatFace({ id, name, initials = initialsOf(name), state, radius }: SeatFaceProps) {
  const { tone, path } = seatPattern(id, radius);
  const solid = state === 'present';

  return (
    <>
      <circle
        r={solid ? radius : radius - 0.75}
        strokeWidth={solid ? 0 : 1.5}
        strokeDasharray={state === 'absent' ? '4 3.5' : undefined}
        className={classNames(solid ? tones[tone] : 'fill-paper', !solid && 'stroke-line-strong')}
      />
      {solid ? <path d={path} fillOpacity={0.14} className="fill-on-seat" /> : null}
      <text
        textAnchor="middle"
        dy="0.36em"
        fontSize={Math.round(radius * 0.64)}
        fontWeight={650}
        className={classNames(solid ? 'fill-on-seat' : 'fill-ink-soft')}
      >
        {initials}
      </text>
    </>
  );
}
