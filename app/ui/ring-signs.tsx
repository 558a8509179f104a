import Hand from 'lucide-react/icons/hand';
import { classNames } from './class-names.ts';
import type { IconDrawing } from './icon.tsx';

type Place = { x: number; y: number };
type RoundSignProps = Place & { of: IconDrawing; kind: 'lead' | 'floor' | 'away' };

const round = {
  lead: { disc: 'fill-lead-soft stroke-lead', drawing: 'text-lead fill-lead' },
  floor: { disc: 'fill-accent stroke-accent', drawing: 'text-on-accent' },
  away: { disc: 'fill-surface stroke-line-strong', drawing: 'text-ink' },
};

/** A round sign on a seat's rim. */
export function RoundSign({ of: Drawing, kind, x, y }: RoundSignProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={9.5} strokeWidth={1.5} className={round[kind].disc} />
      <Drawing
        x={-6}
        y={-6}
        width={12}
        height={12}
        strokeWidth={2.4}
        aria-hidden
        className={round[kind].drawing}
      />
    </g>
  );
}

/** A raised hand and its number in the queue. */
export function HandSign({ number, x, y }: Place & { number: number }) {
  return (
    <g transform={`translate(${x + 3} ${y})`}>
      <rect
        x={-10}
        y={-9.5}
        width={30}
        height={19}
        rx={9.5}
        strokeWidth={1.5}
        className="fill-surface stroke-ink"
      />
      <Hand x={-6} y={-6} width={12} height={12} strokeWidth={2.2} aria-hidden className="text-ink" />
      <text x={12} dy="0.36em" textAnchor="middle" fontSize={12} fontWeight={700} className="fill-ink">
        {number}
      </text>
    </g>
  );
}

/** Solid and "next", or outlined and "then". */
export function NextSign({ next, x, y }: Place & { next: 1 | 2 }) {
  return (
    <g transform={`translate(${x - 8} ${y})`}>
      <rect
        x={-17}
        y={-8.5}
        width={34}
        height={17}
        rx={8.5}
        strokeWidth={1.5}
        strokeDasharray={next === 1 ? undefined : '3 2'}
        className={classNames('stroke-lead', next === 1 ? 'fill-lead-soft' : 'fill-surface')}
      />
      <text dy="0.33em" textAnchor="middle" fontSize={11} fontWeight={650} className="fill-ink">
        {next === 1 ? 'next' : 'then'}
      </text>
    </g>
  );
}

/** Three dots: is writing. */
export function TypingSign({ x, y }: Place) {
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
