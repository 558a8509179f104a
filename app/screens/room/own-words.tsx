import { draftKeyOf } from '../talk/drafts.ts';
import { KeptDraft } from '../talk/kept-draft.tsx';
import { useRoomParts } from './room-context.ts';
import { WrittenBack } from './written-back.tsx';

/** Where one cannot write: what of one's own nobody else has seen, to copy. */
export function OwnWords() {
  const { state } = useRoomParts();
  return (
    <>
      <WrittenBack />
      <KeptDraft draftKey={draftKeyOf(state.room, state.me)} />
    </>
  );
}
