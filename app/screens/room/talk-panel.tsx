import { useMemo, useRef, useState } from 'react';
import type { LineForm } from '#app/domain/meeting/phases.ts';
import { isNew } from '#app/domain/talk/read-mark.ts';
import { classNames } from '#app/ui/class-names.ts';
import { draftKeyOf } from '../drafts/drafts.ts';
import { newId } from '../live/new-id.ts';
import { Composer } from '../talk/composer.tsx';
import { isPendingLine, type PendingLine, type TalkDesk } from '../talk/talk-desk.ts';
import { TalkLog } from '../talk/talk-log.tsx';
import { HandButton } from './hand-button.tsx';
import { OwnTurn } from './own-turn.tsx';
import { RefusedElsewhere } from './refused-elsewhere.tsx';
import { useRoomParts } from './room-context.ts';
import { talkMarks } from './talk-marks.ts';
import { composerTurn, TurnLine } from './turn-line.tsx';
import { TypingLine } from './typing-line.tsx';
import { useOlderTalk } from './use-older-talk.ts';
import { useWrittenForm } from './written-form.ts';
import { WrittenLine } from './written-line.tsx';

/** What is said in writing, and where one writes. */
export function TalkPanel({ className }: { className: string }) {
  const { meeting, state, me, nameOf, zone, store, ask, mark } = useRoomParts();
  const written = useWrittenForm();
  const { older, load, isMore } = useOlderTalk(state.room, meeting.messages);
  const messages = useMemo(() => [...older, ...meeting.messages], [older, meeting.messages]);
  const { items, leadHistory, absorbed, decisions, actions, startedAt } = meeting;
  const marks = useMemo(
    () => talkMarks({ items, leadHistory, absorbed, decisions, actions, startedAt }, nameOf),
    [items, leadHistory, absorbed, decisions, actions, startedAt, nameOf],
  );
  const [firstNew] = useState(
    () => (mark.version > 0 && meeting.messages.find((line) => isNew(line, mark, me))?.version) || null,
  );
  const pending = useMemo(() => state.pending.filter(isPendingLine), [state.pending]);
  const [chosen, setChosen] = useState<LineForm | null>(null);
  const turn = composerTurn({ meeting, me, nameOf }, chosen);
  const form = useRef<LineForm | null>(null);
  form.current = turn.forms.length > 1 ? turn.form : null;
  const back = pending.find(isOutOfTurn);
  const desk = useMemo<TalkDesk>(
    () => ({
      post: (text) => {
        const wanted = form.current ? { form: form.current } : {};
        void store.send({ kind: 'message.post', message: newId(), text, ...wanted });
      },
      edit: (message, text) => void store.send({ kind: 'message.edit', message, text }),
      retract: (message) => void store.send({ kind: 'message.retract', message }),
      catchFrom: ({ id, text, author }, what) => ask({ what, from: id, text: text ?? '', owner: author }),
      below: (message) => <WrittenLine message={message} />,
      linkTo: (message) => `/meetings/${state.room}/room#line-${message}`,
      retry: store.retry,
      discard: store.discard,
      typing: store.typing,
      draftKey: draftKeyOf(state.room, me, 'edit'),
    }),
    [store, ask, state.room, me],
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
        firstNew={firstNew}
        onSeen={store.read}
        empty="Nobody has written yet. Say hello, or what you hope to take home today."
      />
      <div className="border-t border-line px-2 pt-1 pb-2 md:px-3 md:pb-3">
        <RefusedElsewhere />
        <TypingLine typing={state.typing} me={me} nameOf={nameOf} />
        <OwnTurn />
        <TurnLine turn={turn} onForm={setChosen} />
        <Composer
          desk={desk}
          draftKey={draftKeyOf(state.room, me)}
          fields={
            <>
              <input type="hidden" name="commandId" value={written.commandId} />
              <input type="hidden" name="message" value={written.message} />
            </>
          }
          fault={written.fault}
          typed={written.typed}
          placeholder={turn.placeholder}
          closedBy={turn.closed === null ? undefined : 'turn'}
          check={turn.check}
          returned={back && { id: back.id, text: back.command.text ?? '', why: back.refusal?.message ?? '' }}
          onReturned={store.discard}
          beside={<HandButton compact />}
        />
      </div>
    </section>
  );
}

/** Words that were sent a moment too late, or in another form than the phase asks for: they go back to their author. */
function isOutOfTurn({ command, refusal }: PendingLine): boolean {
  const came = refusal?.refused === 'not-your-turn' || refusal?.refused === 'bad-input';
  return came && command.kind === 'message.post';
}
