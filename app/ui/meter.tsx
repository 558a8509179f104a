type MeterProps = {
  /** In the same unit as `max`, for example hours or acts of help; not negative. */
  give: number;
  receive: number;
  /** The length of a full bar; the larger of the two when left out. */
  max?: number;
  /** What the pair says in words, for example "gave 5, received 3". */
  label: string;
};

/** Giving and receiving as a small pair of bars: give solid and on top, receive lighter with an open end. */
export function Meter({ give, receive, max = Math.max(give, receive, 1), label }: MeterProps) {
  return (
    <svg role="img" aria-label={label} viewBox="0 0 100 16" className="h-4 w-25 shrink-0">
      <rect x="0" y="1" width="100" height="6" rx="3" className="fill-well" />
      <rect x="0" y="1" width={barLength(give, max)} height="6" rx="3" className="fill-give" />
      <rect x="0" y="9" width="100" height="6" rx="3" className="fill-well" />
      <rect x="0" y="9" width={barLength(receive, max)} height="6" rx="3" className="fill-receive" />
    </svg>
  );
}

/** 0 to 100; anything above nothing is long enough to be seen. */
function barLength(amount: number, max: number): number {
  if (amount <= 0) return 0;
  return Math.max(6, Math.min(100, (100 * amount) / max));
}
