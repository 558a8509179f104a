import { Card } from '#app/ui/card.tsx';
import { draftKeyOf } from '../drafts/drafts.ts';
import { KeptDraft } from '../drafts/kept-draft.tsx';
import { OwnPending } from './own-pending.tsx';
import { useRoomParts } from './room-context.ts';
import { WrittenBack } from './written-back.tsx';

/** Where one cannot write: what of one's own nobody else has seen, to copy. `draft`: of what was begun, this alone. */
export function OwnWords({ draft }: { draft?: string }) {
  const { state } = useRoomParts();
  return (
    <>
      <WrittenBack />
      <KeptDraft place={draftKeyOf(state.room, state.me, draft)} />
      {state.pending.length > 0 ? (
        <Card title="What you wrote and nobody has seen yet">
          <OwnPending pending={state.pending} />
        </Card>
      ) : null}
    </>
  );
}
