import { Icon } from './icon.tsx';
import { kept, numberOf } from './kept.tsx';
import { isAt, NavLink } from './link.tsx';
import type { ShellLink } from './shell.tsx';

type NavigationProps = {
  links: readonly ShellLink[];
  /** The page that is on: which of them is the current one. */
  here: string;
};

/** The main places in the header, from the width where they fit. */
export const TopNavigation = import.meta.env.SSR ? kept('top-navigation', DrawnTop, keyOf) : DrawnTop;

function DrawnTop({ links }: NavigationProps) {
  return (
    <nav aria-label="Main" className="hidden md:block">
      <ul className="flex gap-1">
        {links.map((link) => (
          <li key={link.to}>
            <NavLink
              to={link.to}
              end={link.end}
              className="group flex min-h-11 items-center gap-2 rounded-md px-3 font-medium text-ink-soft transition-colors hover:bg-well hover:text-ink aria-[current=page]:text-ink"
            >
              <span className="decoration-accent decoration-3 underline-offset-8 group-aria-[current=page]:underline">
                {link.label}
              </span>
              <Count count={link.count} />
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same places at the thumb, on phones. */
export const BottomNavigation = import.meta.env.SSR
  ? kept('bottom-navigation', DrawnBottom, keyOf)
  : DrawnBottom;

function DrawnBottom({ links }: NavigationProps) {
  return (
    <nav
      aria-label="Main"
      className="sticky bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {links.map((link) => (
          <li key={link.to} className="min-w-0 flex-1">
            <NavLink
              to={link.to}
              end={link.end}
              className="group relative flex min-h-15 flex-col items-center justify-center gap-0.5 border-t-3 border-transparent px-1 text-xs font-medium text-ink-soft aria-[current=page]:border-accent aria-[current=page]:text-ink focus-visible:-outline-offset-3"
            >
              <Icon of={link.icon} />
              <span className="max-w-full truncate">{link.label}</span>
              <span className="absolute top-1 left-1/2 ml-2">
                <Count count={link.count} />
              </span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function keyOf({ links, here }: NavigationProps): string {
  const keys = links.map(({ to, label, icon, count, end }) => [
    to,
    label,
    numberOf(icon),
    count,
    isAt(here, to, end),
  ]);
  return JSON.stringify(keys);
}

function Count({ count }: { count?: string | undefined }) {
  if (!count) return null;
  return (
    <span className="rounded-full bg-accent px-1.5 text-xs font-semibold tabular-nums text-on-accent">
      {count}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
