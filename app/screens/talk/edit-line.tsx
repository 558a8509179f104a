import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { MESSAGE_LIMIT } from '#app/domain/talk/talk.ts';
import { Button } from '#app/ui/button.tsx';
import { controlLook } from '#app/ui/select-control.tsx';
import { useDraft } from '../drafts/use-draft.ts';

type EditLineProps = {
  text: string;
  /** The place of what is begun. */
  draftKey: string;
  onSave: (text: string) => void;
  onDone: () => void;
};

/** One's own words, open for changes. Enter saves, Escape leaves them as they are. */
export function EditLine({ text, draftKey, onSave, onDone }: EditLineProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(draftKey, { onDone });

  useEffect(() => {
    // A change that was begun before the page was loaded opens by itself, and takes the focus from nothing.
    if (area.current?.value !== text) return;
    area.current.focus();
    area.current.setSelectionRange(text.length, text.length);
  }, [text]);

  function save(event?: FormEvent): void {
    event?.preventDefault();
    const typed = area.current?.value.trim() ?? '';
    if (typed && typed !== text) onSave(typed);
    draft.end();
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') draft.end();
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      save();
    }
  }

  return (
    <form ref={draft.form} onSubmit={save} className="flex flex-col gap-2 py-1">
      <textarea
        ref={area}
        name="text"
        defaultValue={text}
        rows={1}
        maxLength={MESSAGE_LIMIT}
        aria-label="Change these words"
        onKeyDown={press}
        className={`${controlLook} field-sizing-content max-h-60 resize-none`}
      />
      <div className="flex gap-2">
        <Button size="small" kind="primary">
          Save
        </Button>
        <Button type="button" size="small" onClick={draft.end}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
