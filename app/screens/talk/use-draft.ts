import { type RefObject, useEffect } from 'react';

/** Keeps what is being written in this tab until it is sent, and puts it back after a reload. */
export function useDraft(
  area: RefObject<HTMLTextAreaElement>,
  key: string,
  restored: (length: number) => void,
) {
  useEffect(() => {
    const kept = attempt(() => sessionStorage.getItem(key));
    if (!kept || !area.current || area.current.value !== '') return;
    area.current.value = kept;
    restored(kept.length);
  }, [area, key, restored]);

  return {
    keep(text: string): void {
      attempt(() => (text ? sessionStorage.setItem(key, text) : sessionStorage.removeItem(key)));
    },
  };
}

/** Some browsers keep their storage shut; then a draft lives as long as its page. */
function attempt<Answer>(task: () => Answer): Answer | null {
  try {
    return task();
  } catch {
    return null;
  }
}
