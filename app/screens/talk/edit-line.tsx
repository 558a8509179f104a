import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { MESSAGE_LIMIT } from '#app/domain/talk/talk.ts';
import { Button } from '#app/ui/button.tsx';
import { controlLook } from '#app/ui/select-control.tsx';

type EditLineProps = { text: string; onSave: (text: string) => void; onDone: () => void };

/** One's own words, open for changes. Enter saves, Escape leaves them as they are. */
export function EditLine({ text, onSave, onDone }: EditLineProps) {
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(text.length, text.length);
  }, [text.length]);

  function save(event?: FormEvent): void {
    event?.preventDefault();
    const typed = area.current?.value.trim() ?? '';
    if (typed && typed !== text) onSave(typed);
    onDone();
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') onDone();
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      save();
    }
  }

  return (
    <form onSubmit={save} className="flex flex-col gap-2 py-1">
      <textarea
        ref={area}
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
        <Button type="button" size="small" onClick={onDone}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
