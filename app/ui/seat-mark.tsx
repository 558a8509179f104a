import { classNames } from './class-names.ts';
import { kept } from './kept.tsx';
import type { Seat } from './ring-seat-model.ts';
import { SeatFace } from './seat-face.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

const sizes = { small: 'size-7', medium: 'size-10', large: 'size-16' };

type SeatMarkProps = Pick<Seat, 'id' | 'name' | 'initials' | 'lead'> & {
  state?: Seat['state'];
  size?: keyof typeof sizes;
  /** Read aloud; without it the mark is decoration beside the written name. */
  label?: string;
};

/** One seat by itself, for lists and menus: the same face as in the ring. */
export const SeatMark = import.meta.env.SSR
  ? kept('seat-mark', DrawnMark, (props: SeatMarkProps) =>
      JSON.stringify([
        props.id,
        props.name,
        props.initials,
        props.lead,
        props.state,
        props.size,
        props.label,
      ]),
    )
  : DrawnMark;

function DrawnMark({ size = 'medium', label, lead, state = 'present', ...face }: SeatMarkProps) {
  return (
    <>
      <svg
        aria-hidden="true"
        viewBox="-26 -26 52 52"
        focusable="false"
        className={classNames('shrink-0', sizes[size])}
      >
        <SeatFace {...face} state={state} radius={lead ? 21 : 25} />
        {lead ? <circle r={24} fill="none" strokeWidth={3} className="stroke-lead" /> : null}
      </svg>
      {label ? <VisuallyHidden>{label}</VisuallyHidden> : null}
    </>
  );
}
