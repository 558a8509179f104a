import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { type ButtonKind, type ButtonSize, buttonLook } from './button-look.ts';
import { classNames } from './class-names.ts';
import { Icon, type IconDrawing } from './icon.tsx';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: ButtonKind;
  size?: ButtonSize;
  /** Fills its row. */
  wide?: boolean;
  icon?: IconDrawing;
  /** Work is under way: further presses do nothing; progress shows after 300 ms (by CSS, so fast work never flickers). */
  pending?: boolean;
  /** What to say while pending, for example "Saving". */
  pendingLabel?: string;
  children: ReactNode;
};

/** A native button. `type` is "submit" unless told otherwise, as in any form. */
export function Button({
  kind,
  size,
  wide,
  icon,
  pending = false,
  pendingLabel,
  className,
  children,
  onClick,
  type = 'submit',
  ...rest
}: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      {...rest}
      type={type}
      onClick={press}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={classNames(buttonLook(kind, size, wide), className)}
    >
      {icon ? <Icon of={icon} /> : null}
      {pending && pendingLabel ? pendingLabel : children}
      {pending ? <PendingBar /> : null}
    </button>
  );
}

function PendingBar() {
  return (
    <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-1 animate-late overflow-hidden">
      <span className="block h-full w-2/5 animate-sweep rounded-full bg-current" />
    </span>
  );
}
