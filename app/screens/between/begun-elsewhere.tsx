import { useEffect, useState } from 'react';
import type { Thread } from '#app/domain/talk/threads.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { draftAt, draftKeyOf, draftsUnder, keepDraft } from '../talk/drafts.ts';
import { KeptText } from '../talk/kept-text.tsx';
import { useCircleRoom } from './circle-room-context.ts';
import type { ReadTalk } from './use-threads.ts';

type BegunElsewhereProps = { threads: readonly Thread[]; read: ReadTalk | null };

/** Answers and changes that were begun in conversations which are not on this page: the words, and the way there. */
export function BegunElsewhere({ threads, read }: BegunElsewhereProps) {
  const { state, circle } = useCircleRoom();
  const place = draftKeyOf(state.room, state.me);
  const [keys, setKeys] = useState<string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew when conversations come or go
  useEffect(() => setKeys(draftsUnder(place)), [place, read, threads.length]);
  const onPage = new Set(threads.flatMap(({ id, lines }) => [id, ...lines.map((line) => line.id)]));

  return keys.map((key) => {
    const within = key.slice(place.length + 1).split(':');
    const id = within.at(-2);
    if (!id || onPage.has(id)) return null;
    return (
      <KeptText
        key={key}
        title={
          within[0] === 'edit'
            ? 'You began to change a line that is not on this page.'
            : 'You began an answer in a conversation that is not on this page.'
        }
        text={draftAt(key)}
        again={
          <ButtonLink to={`/circles/${circle.id}/room?line=${id}#line-${id}`} size="small">
            Go there
          </ButtonLink>
        }
        onPutAway={() => {
          keepDraft(key, '');
          setKeys(draftsUnder(place));
        }}
      />
    );
  });
}
