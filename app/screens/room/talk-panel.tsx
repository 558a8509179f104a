import { useMemo } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { Composer } from '../talk/composer.tsx';
import { isPendingLine, type TalkDesk } from '../talk/talk-desk.ts';
import { TalkLog } from '../talk/talk-log.tsx';
import { HandButton } from './hand-button.tsx';
import { useRoomParts } from './room-context.ts';
import { talkMarks } from './talk-marks.ts';
import { TypingLine } from './typing-line.tsx';
import { useOlderTalk } from './use-older-talk.ts';
import { useWrittenForm } from './written-form.ts';

/** What is said in writing, and where one writes. */
export function TalkPanel({ className }: { className: string }) {
  const { meeting, state, me, nameOf, zone, store, ask } = useRoomParts();
  const form = useWrittenForm();
  const { older, load, isMore } = useOlderTalk(state.room, meeting.messages);
  const messages = useMemo(() => [...older, ...meeting.messages], [older, meeting.messages]);
  const { items, leadHistory, decisions, actions, startedAt } = meeting;
  const marks = useMemo(
    () => talkMarks({ items, leadHistory, decisions, actions, startedAt }, nameOf),
    [items, leadHistory, decisions, actions, startedAt, nameOf],
  );
  const pending = useMemo(() => state.pending.filter(isPendingLine), [state.pending]);
  const desk = useMemo<TalkDesk>(
    () => ({
      post: (text) => void store.send({ kind: 'message.post', message: crypto.randomUUID(), text }),
      edit: (message, text) => void store.send({ kind: 'message.edit', message, text }),
      retract: (message) => void store.send({ kind: 'message.retract', message }),
      catchFrom: ({ text, author }, what) => ask({ what, text: text ?? '', owner: author }),
      retry: store.retry,
      discard: store.discard,
      typing: store.typing,
    }),
    [store, ask],
  );

  return (
    <section
      aria-labelledby="talk-title"
      className={classNames(
        'flex min-h-0 min-w-0 flex-col bg-surface md:rounded-md md:border md:border-line',
        className,
      )}
    >
      <h2 id="talk-title" className="sr-only">
        Talk
      </h2>
      <TalkLog
        messages={messages}
        marks={marks}
        pending={pending}
        me={me}
        nameOf={nameOf}
        zone={zone}
        mayChange
        desk={desk}
        hasOlder={isMore}
        onOlder={load}
        empty="Nobody has written yet. Say hello, or what you hope to take home today."
      />
      <div className="border-t border-line px-2 pt-1 pb-2 md:px-3 md:pb-3">
        <TypingLine typing={state.typing} me={me} nameOf={nameOf} />
        <Composer
          desk={desk}
          draftKey={`rondo-draft:${state.room}:${me}`}
          fields={
            <>
              <input type="hidden" name="commandId" value={form.commandId} />
              <input type="hidden" name="message" value={form.message} />
            </>
          }
          fault={form.fault}
          typed={form.typed}
          beside={<HandButton compact />}
        />
      </div>
    </section>
  );
}
