import { useMemo } from 'react';
import { draftKeyOf } from '../drafts/drafts.ts';
import { newId } from '../live/new-id.ts';
import { Composer } from '../talk/composer.tsx';
import { useCircleRoom } from './circle-room-context.ts';

type ThreadComposerProps = {
  thread?: string;
  /** What was refused has no place of its own on the page. */
  takesLoose?: boolean;
};

/** Where one writes: a new conversation, or an answer in `thread`. A plain form without script. */
export function ThreadComposer({ thread, takesLoose = false }: ThreadComposerProps) {
  const { state, store, desk, form } = useCircleRoom();
  const { room, me } = state;
  const isMeant = takesLoose || form.thread === thread || (form.thread === '' && thread === undefined);
  const own = useMemo(
    () => ({
      typing: desk.typing,
      post: (text: string) =>
        void store.send({
          kind: 'message.post',
          message: newId(),
          text,
          ...(thread ? { thread } : {}),
        }),
    }),
    [store, desk, thread],
  );

  return (
    <Composer
      desk={own}
      draftKey={draftKeyOf(room, me, thread)}
      id={thread ? `reply-${thread}` : 'composer'}
      placeholder={thread ? 'Answer' : 'Begin a conversation'}
      label={thread ? 'Your answer' : 'Your words'}
      fields={
        <>
          <input type="hidden" name="intent" value="circle-message.post" />
          <input type="hidden" name="commandId" value={form.commandId} />
          <input type="hidden" name="message" value={form.message} />
          {thread ? <input type="hidden" name="thread" value={thread} /> : null}
        </>
      }
      fault={isMeant ? form.fault : undefined}
      typed={isMeant ? form.typed : undefined}
    />
  );
}
