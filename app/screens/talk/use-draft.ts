import { type RefObject, useEffect } from 'react';
import { draftAt, keepDraft } from './drafts.ts';

/** Keeps what is being written in this tab until it is sent, and puts it back after a reload. */
export function useDraft(
  area: RefObject<HTMLTextAreaElement>,
  key: string,
  restored: (length: number) => void,
) {
  useEffect(() => {
    const kept = draftAt(key);
    if (!kept || !area.current || area.current.value !== '') return;
    area.current.value = kept;
    restored(kept.length);
  }, [area, key, restored]);

  return { keep: (text: string) => keepDraft(key, text) };
}
