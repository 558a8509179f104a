import X from 'lucide-react/icons/x';
import { type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { CoveredPage } from './covered-page.ts';
import { Icon } from './icon.tsx';

type DialogProps = {
  title: ReactNode;
  /** While it is not, what was begun in it waits out of sight. */
  open: boolean;
  /** Called after somebody closed it: by its button, by Escape, by a press beside it, or by a form with method="dialog" inside. */
  onClose?: () => void;
  id?: string;
  closeLabel?: string;
  children: ReactNode;
};

/**
 * A native dialog. Rendered open on the server it is a plain part of the page, usable without script;
 * with script it becomes modal, holds the focus, and gives it back when closed. While the page is covered it waits: a
 * modal dialog would hold everything else shut, also what says why.
 */
export function Dialog({ title, open, onClose, id, closeLabel = 'Close', children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const isCovered = useContext(CoveredPage);
  const isShown = open && !isCovered;
  // The attribute of the first drawing is the browser's from then on: taken away, it would leave the page behind it shut.
  const [drawnOpen] = useState(open);

  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (!isShown) {
      if (dialog.open) dialog.close();
      return;
    }
    if (dialog.matches(':modal')) return;
    dialog.removeAttribute('open');
    dialog.showModal();
  }, [isShown]);

  return (
    // Beside it means on its own backdrop: everything inside stands in the one div below.
    <dialog
      ref={box}
      id={id}
      open={drawnOpen}
      suppressHydrationWarning
      aria-labelledby={heading}
      onClose={() => isShown && onClose?.()}
      onPointerDown={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      className="dialog w-[calc(100%-1.5rem)] max-w-lg rounded-md border border-line bg-surface p-0 text-ink shadow-soft"
    >
      <div className="relative flex flex-col gap-4 p-5">
        <h2 id={heading} className="pr-10 text-xl">
          {title}
        </h2>
        {children}
        {/* Last, so that focus starts in what the dialog is about. */}
        <form method="dialog" className="absolute top-2 right-2">
          <button
            type="submit"
            aria-label={closeLabel}
            className="grid size-11 cursor-pointer place-items-center rounded-md text-ink-soft hover:bg-well hover:text-ink"
          >
            <Icon of={X} />
          </button>
        </form>
      </div>
    </dialog>
  );
}
