import { useEffect, useState } from 'react';
import type { Thread } from '#app/domain/talk/threads.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { aboutDraft, draftAt, draftKeyOf, draftsUnder, putAway } from '../drafts/drafts.ts';
import { KeptText } from '../drafts/kept-text.tsx';
import { useCircleRoom } from './circle-room-context.ts';

/** Answers and changes that were begun in conversations which are not on this page: the words, and the way there. */
export function BegunElsewhere({ threads }: { threads: readonly Thread[] }) {
  const { state, circle } = useCircleRoom();
  const place = draftKeyOf(state.room, state.me);
  const [keys, setKeys] = useState<string[]>([]);
  const shown = threads.flatMap(({ id, lines }) => [id, ...lines.map((line) => line.id)]).join(' ');
  useEffect(() => {
    setKeys(draftsUnder(place).filter((key) => !shown.includes(aboutDraft(key).of ?? '')));
  }, [place, shown]);

  return keys.map((key) => {
    const { kind, of: line } = aboutDraft(key);
    const text = draftAt(key);
    if (!text) return null;
    return (
      <KeptText
        key={key}
        title={
          kind === 'edit'
            ? 'You began to change a line that is not on this page.'
            : 'You began an answer in a conversation that is not on this page.'
        }
        text={text}
        again={
          <ButtonLink to={`/circles/${circle.id}/room?line=${line}#line-${line}`} size="small">
            Go there
          </ButtonLink>
        }
        onPutAway={() => {
          putAway(key);
          setKeys(keys.filter((one) => one !== key));
        }}
      />
    );
  });
}
