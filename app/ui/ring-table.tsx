import { tableRadius } from './ring-geometry.ts';

/** How far along the running item is, 0 to 1; or that its time is over. */
export type RingProgress = number | 'overtime';

/** The table, and the time that runs around its edge, clockwise from the top. Overtime is a broken edge, all round. */
export function RingTable({ progress }: { progress?: RingProgress | undefined }) {
  return (
    <>
      <circle r={tableRadius} className="fill-surface stroke-line" strokeWidth={1.5} />
      {progress === undefined ? null : <circle {...edge} className="stroke-line" />}
      {progress === 'overtime' ? (
        <circle {...edge} pathLength={120} strokeDasharray="3 2" className="stroke-stop" />
      ) : null}
      {typeof progress === 'number' ? (
        <circle
          {...edge}
          pathLength={1000}
          strokeDasharray={`${Math.round(1000 * Math.max(0, Math.min(1, progress)))} 1000`}
          transform="rotate(-90)"
          className="stroke-accent"
        />
      ) : null}
    </>
  );
}

const edge = { r: tableRadius, fill: 'none', strokeWidth: 6 };
