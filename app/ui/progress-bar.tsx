import { type ReactNode, useId } from 'react';

type ProgressBarProps = {
  label: ReactNode;
  /** 0 to 1; without it the length of the work is unknown. */
  value?: number;
  /** What is known in words, for example "140 of 320 rows". */
  detail?: ReactNode;
};

/** Real progress of long work, in words and as a native progress element. */
export function ProgressBar({ label, value, detail }: ProgressBarProps) {
  const id = useId();

  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {detail ? <span className="tabular-nums text-ink-soft">{detail}</span> : null}
      </div>
      <progress id={id} max={1} value={value} className="progress-bar" />
    </div>
  );
}
