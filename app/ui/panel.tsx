import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

type PanelProps = {
  title: ReactNode;
  hideTitle?: boolean;
  actions?: ReactNode;
  /** Stays at the bottom while the body scrolls, for example the composer. */
  footer?: ReactNode;
  className?: string;
  /** Given to the scrolling body, for example to keep the last line in sight. */
  bodyRef?: React.Ref<HTMLDivElement>;
  children: ReactNode;
};

/** A column that fills the height it is given and scrolls inside, so that the page itself never does. */
export function Panel({
  title,
  hideTitle = false,
  actions,
  footer,
  className,
  bodyRef,
  children,
}: PanelProps) {
  const heading = useId();

  return (
    <section
      aria-labelledby={heading}
      className={classNames(
        'flex min-h-0 min-w-0 flex-col rounded-md border border-line bg-surface',
        className,
      )}
    >
      <div
        className={
          hideTitle
            ? 'sr-only'
            : 'flex min-h-12 items-center justify-between gap-3 border-b border-line px-4 py-1'
        }
      >
        <h2 id={heading} className="text-lg">
          {title}
        </h2>
        {actions}
      </div>
      {/* Positioned, so that what is for screen readers alone scrolls along and does not lengthen the page. */}
      <div
        ref={bodyRef}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain p-4"
      >
        {children}
      </div>
      {footer ? <div className="border-t border-line p-3">{footer}</div> : null}
    </section>
  );
}
