import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
} from 'react';
import { buttonLook } from './button-look.ts';
import { classNames } from './class-names.ts';
import { Icon, type IconDrawing } from './icon.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

type MenuProps = {
  /** What the button says; read aloud only, when `button` draws it. */
  label: string;
  icon?: IconDrawing;
  /** Replaces the drawn button's content, for example a seat. */
  button?: ReactNode;
  /** The side the list hangs from. */
  align?: 'start' | 'end';
  /** up: for bars at the bottom of the screen. */
  direction?: 'down' | 'up';
  /** MenuLink, MenuButton, or forms holding a MenuButton; each in a list item of its own. */
  children: ReactNode;
};

/**
 * A button that shows a list of links and buttons: native details, so it works without script.
 * With script Escape closes it, arrows walk, and it shuts when focus or a press goes elsewhere.
 */
export function Menu({ label, icon, button, align = 'end', direction = 'down', children }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    // A press and not only a blur: some browsers move no focus when a button is pressed.
    function pressElsewhere(event: PointerEvent) {
      if (!box.current?.contains(event.target as Node)) box.current?.removeAttribute('open');
    }
    document.addEventListener('pointerdown', pressElsewhere);
    return () => document.removeEventListener('pointerdown', pressElsewhere);
  }, []);

  function close(giveFocusBack: boolean) {
    box.current?.removeAttribute('open');
    if (giveFocusBack) box.current?.querySelector('summary')?.focus();
  }

  function press(event: KeyboardEvent) {
    if (!box.current?.open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      walk(box.current, event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  function leave(event: FocusEvent) {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) close(false);
  }

  function choose(event: MouseEvent) {
    if ((event.target as Element).closest('a, button')) close(true);
  }

  return (
    <details ref={box} onKeyDown={press} onBlur={leave} className="relative print:hidden">
      {/* Text and not aria-label: the name must hold what is seen, and initials are drawn. */}
      <summary
        className={button ? 'grid min-h-11 min-w-11 place-items-center rounded-full' : buttonLook('quiet')}
      >
        {button ?? (icon ? <Icon of={icon} /> : label)}
        {button || icon ? <VisuallyHidden>{label}</VisuallyHidden> : null}
      </summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links and buttons inside have their keys; this hears them */}
      <ul
        onClick={choose}
        className={classNames(
          'absolute z-30 flex w-max max-w-[calc(100vw-32px)] min-w-48 animate-appear flex-col rounded-md border border-line bg-surface p-1 shadow-soft',
          align === 'end' ? 'right-0' : 'left-0',
          direction === 'down' ? 'top-full mt-1' : 'bottom-full mb-1',
        )}
      >
        {children}
      </ul>
    </details>
  );
}

/** Moves focus to the next or previous link or button of the open list, round and round. */
function walk(menu: HTMLElement, step: 1 | -1) {
  const stops = [...menu.querySelectorAll<HTMLElement>('ul a, ul button:not([disabled])')];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const next = here === -1 && step === -1 ? stops.length - 1 : (here + step + stops.length) % stops.length;
  stops[next]?.focus();
}
