import { ringCentre, tableRadius } from './ring-geometry.ts';

/** How far along the running item is, 0 to 1; or that its time is over. */
export type RingProgress = number | 'overtime';

/** The table, and the time that runs around its edge, clockwise from the top. Overtime is a broken edge, all round. */
export function RingTable({ progress }: { progress?: RingProgress | undefined }) {
  const circle = { cx: ringCentre, cy: ringCentre, r: tableRadius, fill: 'none', strokeWidth: 6 };

  return (
    <>
      <circle
        cx={ringCentre}
        cy={ringCentre}
        r={tableRadius}
        className="fill-surface stroke-line"
        strokeWidth={1.5}
      />
      {progress === undefined ? null : <circle {...circle} className="stroke-well" />}
      {progress === 'overtime' ? (
        <circle {...circle} pathLength={120} strokeDasharray="3 2" className="stroke-stop" />
      ) : null}
      {typeof progress === 'number' ? (
        <circle
          {...circle}
          pathLength={100}
          strokeDasharray={`${Math.round(100 * Math.max(0, Math.min(1, progress)))} 100`}
          transform={`rotate(-90 ${ringCentre} ${ringCentre})`}
          className="stroke-accent"
        />
      ) : null}
    </>
  );
}
