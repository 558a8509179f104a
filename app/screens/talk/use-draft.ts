import { useCallback, useRef } from 'react';
import { draftAt, fieldKeyOf, keepDraft } from './drafts.ts';

type DraftOptions = {
  /** Not when the server has sent back what was typed last. */
  mayRestore?: boolean;
  /** Called when the draft has ended. */
  onDone?: () => void;
};

/** Keeps what is typed into a form in this tab until the draft ends, and puts it back when the form is drawn again. */
export function useDraft(place: string, { mayRestore = true, onDone }: DraftOptions) {
  const drawn = useRef<HTMLFormElement | null>(null);
  const form = useCallback(
    (box: HTMLFormElement | null) => {
      drawn.current = box;
      if (!box) return;
      for (const field of fieldsOf(box)) {
        const kept = mayRestore && draftAt(fieldKeyOf(place, field));
        // A choice has no such beginning; words that are typed before the page is alive stay.
        if (kept && field.value === (field.defaultValue ?? field.value)) field.value = kept;
      }
      box.oninput = ({ target }) => {
        const field = target as HTMLInputElement;
        const isFresh = mayRestore && field.value === field.defaultValue;
        keepDraft(fieldKeyOf(place, field), isFresh ? '' : field.value);
      };
    },
    [place, mayRestore],
  );

  return {
    /** The form's `ref`. */
    form,
    /** What was typed is sent or left: nothing of it is kept. */
    end() {
      for (const field of fieldsOf(drawn.current)) keepDraft(fieldKeyOf(place, field), '');
      onDone?.();
    },
  };
}

/** The others in it never hear that something is typed, so nothing of theirs is kept. */
function fieldsOf(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.elements ?? [])] as HTMLInputElement[];
}
