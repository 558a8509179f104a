const widths = ['w-full', 'w-11/12', 'w-3/4', 'w-5/6', 'w-2/3'];

/** Lines where text will be. Shown after 300 ms only, so that fast pages never flicker. `label` is read aloud. */
export function Skeleton({ lines = 3, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div role="status" className="animate-late">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true" className="flex animate-pulse flex-col gap-3">
        {Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
          <span key={line} className={`h-4 rounded-sm bg-well ${widths[line % widths.length]}`} />
        ))}
      </div>
    </div>
  );
}
