import Send from 'lucide-react/icons/send-horizontal';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { MESSAGE_LIMIT } from '#app/domain/talk/talk.ts';
import { Icon } from '#app/ui/icon.tsx';
import { controlLook } from '#app/ui/select-control.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import type { TalkDesk } from './talk-desk.ts';

type ComposerProps = {
  desk: Pick<TalkDesk, 'post' | 'typing'>;
  /** The place of its draft, so that a reload loses nothing. */
  draftKey: string;
  /** Makes it a form that works without script: hidden fields, and what went wrong the last time. */
  fields?: ReactNode;
  fault?: string | undefined;
  typed?: string | undefined;
  /** It is not one's turn: words can be written, not sent. The id of what says why. */
  closedBy?: string | undefined;
  /** What is wrong with the words, before they are sent. */
  check?: (text: string) => string | null;
  /** Words that came back: they go into the field again when it is empty. */
  returned?: { id: string; text: string; why: string } | undefined;
  onReturned?: (id: string) => void;
  /** Beside the words, for example the button that raises a hand. */
  beside?: ReactNode;
  /** The field's own id, where a page has more than one of these. */
  id?: string;
  /** What the empty field says, and what it is called. */
  placeholder?: string;
  label?: string;
};

/** From here on the number of characters that are left is shown. */
const NEAR_LIMIT = MESSAGE_LIMIT - 500;

/** Where one writes. Enter sends; Shift and Enter, or Enter on a touch screen, begins a new line. */
export function Composer(props: ComposerProps) {
  const { desk, draftKey, fields, typed, beside, closedBy, check } = props;
  const { id = 'composer', placeholder = 'Write to everybody', label = 'Your words' } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(typed?.length ?? 0);
  const draft = useDraft(draftKey, { mayRestore: typed === undefined });
  const told = useRef(0);
  const [fault, setFault] = useState(props.fault ?? null);

  function send(event: FormEvent): void {
    event.preventDefault();
    const text = area.current?.value.trim() ?? '';
    if (!text || !area.current || text.length > MESSAGE_LIMIT || closedBy) return;
    const misfit = check?.(text) ?? null;
    setFault(misfit);
    if (misfit) return;
    desk.post(text);
    area.current.value = '';
    draft.end();
    setLength(0);
    tellTyping(false);
    area.current.focus();
  }

  function write(): void {
    const value = area.current?.value ?? '';
    setLength(value.length);
    tellTyping(value.length > 0);
  }

  /** At most once in two seconds, and once when it ends. */
  function tellTyping(on: boolean): void {
    const now = Date.now();
    if (on ? now - told.current < 2_000 : told.current === 0) return;
    told.current = on ? now : 0;
    desk.typing(on);
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const plain = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
    if (!plain || matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }

  useEffect(() => () => desk.typing(false), [desk]);

  // What was kept is in the field by now.
  useEffect(() => setLength(area.current?.value.length ?? 0), []);

  const { returned, onReturned } = props;
  useEffect(() => {
    if (!returned || !area.current || area.current.value !== '') return;
    area.current.value = returned.text;
    area.current.dispatchEvent(new Event('input', { bubbles: true }));
    write();
    setFault(returned.why);
    onReturned?.(returned.id);
  });

  return (
    <form ref={draft.form} method="post" onSubmit={send} className="flex flex-col gap-1">
      {fields}
      {fault ? <p className="text-sm font-medium text-stop">{fault}</p> : null}
      <div className="flex items-end gap-2">
        {beside}
        <textarea
          ref={area}
          id={id}
          name="text"
          rows={1}
          required
          maxLength={MESSAGE_LIMIT}
          defaultValue={typed}
          placeholder={placeholder}
          aria-label={label}
          aria-describedby={closedBy}
          onChange={write}
          onKeyDown={press}
          onBlur={() => tellTyping(false)}
          className={`${controlLook} field-sizing-content max-h-36 min-w-0 flex-1 resize-none`}
        />
        <button
          type="submit"
          aria-label="Send"
          disabled={closedBy !== undefined}
          // The focus, and with it a phone's keyboard, stays where one writes.
          onMouseDown={(event) => event.preventDefault()}
          className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md bg-accent text-on-accent hover:bg-accent-strong disabled:cursor-default disabled:opacity-50"
        >
          <Icon of={Send} />
        </button>
      </div>
      {length > NEAR_LIMIT ? (
        <p className="text-xs text-ink-soft tabular-nums">{MESSAGE_LIMIT - length} characters left</p>
      ) : null}
    </form>
  );
}
