/**
 * What somebody is just writing lies in this tab until it is sent. Its key says whose it is, and begins as everything does
 * that a sign-out forgets.
 */
export function draftKeyOf(room: string, person: string, thread?: string): string {
  return ['rondo-draft', room, person, ...(thread ? [thread] : [])].join(':');
}

export function draftAt(key: string): string {
  return attempt(() => sessionStorage.getItem(key)) ?? '';
}

/** Nothing written is nothing kept. */
export function keepDraft(key: string, text: string): void {
  attempt(() => (text ? sessionStorage.setItem(key, text) : sessionStorage.removeItem(key)));
}

/** Some browsers keep their storage shut; then a draft lives as long as its page. */
function attempt<Answer>(task: () => Answer): Answer | null {
  try {
    return task();
  } catch {
    return null;
  }
}
