import type { ButtonHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconDrawing } from './icon.tsx';
import { Link, type LinkProps } from './link.tsx';

const row =
  'flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-sm px-3 py-2 text-left text-base text-ink hover:bg-well focus-visible:bg-well disabled:cursor-default disabled:text-ink-soft';

/** A place to go, in a Menu. */
export function MenuLink({ icon, className, children, ...rest }: LinkProps & { icon?: IconDrawing }) {
  return (
    <li>
      <Link {...rest} className={classNames(row, className)}>
        {icon ? <Icon of={icon} className="text-ink-soft" /> : null}
        {children}
      </Link>
    </li>
  );
}

type MenuButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { icon?: IconDrawing; danger?: boolean };

/** Something to do, in a Menu: give it `onClick`, or `form` (the id of a form) and `name`/`value`. */
export function MenuButton({ icon, danger, className, children, type = 'submit', ...rest }: MenuButtonProps) {
  return (
    <li>
      <button {...rest} type={type} className={classNames(row, danger && 'text-stop', className)}>
        {icon ? <Icon of={icon} className={danger ? 'text-stop' : 'text-ink-soft'} /> : null}
        {children}
      </button>
    </li>
  );
}
