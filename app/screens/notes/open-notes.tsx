import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { NotesProps } from './notes-props.ts';

/**
 * Fetches what it takes to write when `wanted`, and shows it from then on; until then `children`. Most who come to a
 * room never write notes, and should not wait for it.
 */
export function OpenNotes({
  wanted,
  children,
  ...props
}: NotesProps & { wanted: boolean; children: ReactNode }) {
  const [Desk, setDesk] = useState<ComponentType<NotesProps> | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!wanted || Desk || failed) return;
    import('./notes-desk.tsx').then(
      ({ NotesDesk }) => setDesk(() => NotesDesk),
      () => setFailed(true),
    );
  }, [wanted, Desk, failed]);

  if (Desk) return <Desk {...props} />;
  return (
    <>
      {failed ? (
        <Notice
          kind="warn"
          actions={
            <Button
              type="button"
              size="small"
              onClick={() => (props.connection === 'live' ? loadPageAnew() : setFailed(false))}
            >
              Try again
            </Button>
          }
        >
          The notes cannot be written in right now. Here they are as they were when the page was loaded.
        </Notice>
      ) : null}
      {children}
    </>
  );
}

/** A page older than its server asks for files that are gone: while the server can be reached, only a new page helps. */
function loadPageAnew(): void {
  const page = new URL(location.href);
  page.searchParams.set('view', 'notes');
  page.hash = '';
  location.assign(page);
}
