import { NavLink } from './link.tsx';

export type TabLink = {
  to: string;
  label: string;
  /** A number beside the label: how many wait there. */
  count?: string | undefined;
  /** Current only on exactly this address. */
  end?: boolean;
};

/** The sections of a place, as links: the current one is marked for eyes and for screen readers. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="print:hidden">
      {/* They wrap rather than scroll: what is scrolled away is not found. */}
      <ul className="flex flex-wrap gap-x-1 border-b border-line">
        {items.map(({ to, label: words, count, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              className="flex min-h-11 items-center gap-2 rounded-t-md border-b-3 border-transparent px-3 font-medium text-ink-soft transition-colors hover:bg-well hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink focus-visible:-outline-offset-3"
            >
              {words}
              {count ? (
                <span className="rounded-full bg-well px-2 text-sm tabular-nums text-ink-soft">
                  {count}
                  <span className="sr-only"> waiting</span>
                </span>
              ) : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
