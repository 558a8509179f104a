import { useEffect } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

type RefusedProps = { refusal: { message: string } | null; onDone: () => void };

/** How long a refusal stays, in ms. */
const STAYS = 8_000;

/** Why something did not happen: for a moment, above the room, in nobody's way. */
export function Refused({ refusal, onDone }: RefusedProps) {
  useEffect(() => {
    if (!refusal) return;
    const gone = setTimeout(onDone, STAYS);
    return () => clearTimeout(gone);
  }, [refusal, onDone]);

  return (
    <div role="status" className="fixed inset-x-3 top-3 z-40 mx-auto max-w-md">
      {refusal ? (
        <div className="animate-appear rounded-md shadow-soft">
          <Notice
            kind="warn"
            actions={
              <Button type="button" size="small" onClick={onDone}>
                All right
              </Button>
            }
          >
            {refusal.message}
          </Notice>
        </div>
      ) : null}
    </div>
  );
}
