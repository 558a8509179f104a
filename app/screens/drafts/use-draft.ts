import { useCallback, useRef } from 'react';
import { draftAt, fieldKeyOf, forgetDraft, keepDraft } from './drafts.ts';

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
        const begin = beginOf(field);
        const key = fieldKeyOf(place, field, begin);
        const kept = mayRestore && draftAt(key);
        // What is typed or chosen before the page is alive stays.
        if (!kept || field.value !== begin) continue;
        // It was sent from a page that did not live to hear of it.
        if (kept === begin) keepDraft(key, '');
        field.value = kept;
        // A choice that is none any more.
        if (field.value !== kept) field.value = begin;
      }
      box.oninput = ({ target }) => {
        const field = target as HTMLInputElement;
        const begin = beginOf(field);
        const isFresh = mayRestore && field.value === begin;
        keepDraft(fieldKeyOf(place, field, begin), isFresh ? '' : field.value);
      };
    },
    [place, mayRestore],
  );

  return {
    /** The form's `ref`. */
    form,
    /** What was typed is sent or left: nothing of it is kept. */
    end() {
      for (const { name } of fieldsOf(drawn.current)) forgetDraft(`${place}:${name}`);
      onDone?.();
    },
  };
}

/** The others in it never hear that something is typed, so nothing of theirs is kept. */
function fieldsOf(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.elements ?? [])] as HTMLInputElement[];
}

/** What a field says before anybody types or chooses; a select has that at one of its options. */
function beginOf(field: HTMLInputElement): string {
  return field.defaultValue ?? field.querySelector<HTMLOptionElement>('[selected]')?.value ?? field.value;
}
