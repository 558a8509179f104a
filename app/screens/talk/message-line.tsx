import Ellipsis from 'lucide-react/icons/ellipsis';
import { memo, type Ref, useEffect, useRef, useState } from 'react';
import { lineFormWords } from '#app/domain/meeting/line-form-words.ts';
import type { Message } from '#app/domain/talk/talk.ts';
import { classNames } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';
import { draftsUnder } from '../drafts/drafts.ts';
import { KeptDraft } from '../drafts/kept-draft.tsx';
import { EditLine } from './edit-line.tsx';
import { LineTools } from './line-tools.tsx';
import { ProgressWords } from './progress-words.tsx';
import { RefusedWords } from './refused-words.tsx';
import { RichText } from './rich-text.tsx';
import type { PendingLine, TalkDesk } from './talk-desk.ts';
import { lineAnchor } from './use-arrival.ts';

type MessageLineProps = {
  message: Message;
  isOwn: boolean;
  /** The newest own line says that it is saved. */
  isSaved: boolean;
  /** An own change to this line that is on its way. */
  change: PendingLine | undefined;
  /** Whether anything can be done with lines now. */
  mayChange: boolean;
  desk: TalkDesk;
};

/** One line of the talk. Its tools open below it. */
export const MessageLine = memo(function MessageLine(props: MessageLineProps) {
  const { message, isOwn, isSaved, change, mayChange, desk } = props;
  const [open, setOpen] = useState<'tools' | 'edit' | null>(null);
  const done = () => setOpen(null);
  const button = useFocusBack(open !== null);
  const draftKey = `${desk.draftKey}:${message.id}`;
  const mayEdit = isOwn && mayChange;
  useEffect(() => {
    if (mayEdit && draftsUnder(draftKey).length > 0) setOpen('edit');
  }, [mayEdit, draftKey]);
  const waits = change?.progress === 'refused' ? undefined : change?.command;
  const text = waits ? (waits.text ?? null) : (message.sealed ?? message.text);

  const kept =
    change?.progress === 'refused' ? (
      <RefusedWords one={change} retry={desk.retry} discard={desk.discard} />
    ) : isOwn && (text === null || !(mayChange || open === 'edit')) ? (
      <KeptDraft place={draftKey} />
    ) : null;

  // Links to a line arrive here.
  const place = { id: lineAnchor(message.id), tabIndex: -1 };
  if (text === null)
    return (
      <div {...place} className={classNames(arrived, 'px-2 py-0.5')}>
        <p className="text-sm text-ink-soft italic">
          {waits
            ? 'You take these words back.'
            : message.hidden
              ? 'Has written something. We read it together later.'
              : 'These words were taken back.'}
          {waits && !message.hidden ? ' The others still see them.' : null}
        </p>
        <LineNotes isEdited={false} isSaved={false} change={change} />
        {kept}
      </div>
    );
  const hasTools =
    (mayChange && (isOwn || (desk.catchFrom !== undefined && !message.hidden))) || desk.linkTo !== undefined;
  return (
    <div
      {...place}
      className={classNames(
        arrived,
        'group/line relative rounded-sm px-2 hover:bg-well has-aria-expanded:bg-well',
      )}
    >
      {open === 'edit' ? (
        <EditLine
          text={text}
          draftKey={draftKey}
          onSave={(typed) => desk.edit(message.id, typed)}
          onDone={done}
        />
      ) : (
        <div className="flex items-start gap-1 py-0.5 pointer-coarse:min-h-11 pointer-coarse:items-center">
          <div className="in-its-direction min-w-0 flex-1 break-words">
            {message.form ? <LineForm form={message.form} isHidden={message.hidden === true} /> : null}
            <RichText text={text} />
            {mayChange && !message.hidden ? desk.below?.(message) : null}
            <LineNotes isEdited={message.editedAt !== null} isSaved={isSaved && !change} change={change} />
          </div>
          {hasTools ? (
            <ToolsButton box={button} isOpen={open !== null} onPress={() => setOpen(open ? null : 'tools')} />
          ) : null}
        </div>
      )}
      {open === 'tools' ? (
        <LineTools
          message={message}
          isOpen={isOwn && mayChange}
          desk={desk}
          onEdit={() => setOpen('edit')}
          onDone={done}
        />
      ) : null}
      {kept}
    </div>
  );
});

/** The line that a link led to. */
const arrived = 'outline-none target:bg-accent-soft data-arrived:bg-accent-soft';

/** The form a line was written in; on one's own hidden line, that nobody else sees it yet. */
function LineForm({ form, isHidden }: { form: keyof typeof lineFormWords; isHidden: boolean }) {
  return (
    <p className="text-xs font-medium text-ink-soft">
      {isHidden ? 'Only you see this yet' : lineFormWords[form]}
    </p>
  );
}

type LineNotesProps = { isEdited: boolean; isSaved: boolean; change: PendingLine | undefined };

function LineNotes({ isEdited, isSaved, change }: LineNotesProps) {
  const progress = change && change.progress !== 'refused' ? change.progress : isSaved ? 'saved' : null;
  if (!isEdited && !progress) return null;
  return (
    <span className="flex gap-2 text-xs text-ink-soft">
      {isEdited ? <span>edited</span> : null}
      {progress ? <ProgressWords progress={progress} /> : null}
    </span>
  );
}

type ToolsButtonProps = { box: Ref<HTMLButtonElement>; isOpen: boolean; onPress: () => void };

function ToolsButton({ box, isOpen, onPress }: ToolsButtonProps) {
  return (
    <button
      ref={box}
      type="button"
      aria-label="What to do with this line"
      aria-expanded={isOpen}
      onClick={onPress}
      className="absolute top-1/2 right-0 grid size-11 -translate-y-1/2 cursor-pointer place-items-center rounded-md text-ink-soft opacity-0 group-hover/line:opacity-100 hover:text-ink focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:static pointer-coarse:translate-y-0 pointer-coarse:opacity-100"
    >
      <Icon of={Ellipsis} />
    </button>
  );
}

/** When the tools are gone and the focus with them, it goes back to the button that opened them. */
function useFocusBack(isOpen: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return button;
}
