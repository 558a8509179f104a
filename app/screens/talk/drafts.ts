/**
 * What somebody is just writing lies in this tab until it is sent. Its key says whose it is and in which place and field it is
 * written, and begins as everything does that a sign-out forgets.
 */
export function draftKeyOf(room: string, person: string, ...place: (string | undefined)[]): string {
  return ['rondo-draft', room, person, ...place].filter(Boolean).join(':');
}

/** The key of one field of the form at this place. */
export function fieldKeyOf(place: string, { name, type }: { name: string; type: string }): string {
  return `${place}:${name}${type.startsWith('text') ? '' : chosen}`;
}

/** What is not written but chosen, such as a day: it comes back with the words and says nothing without them. */
const chosen = ':chosen';

export function draftAt(key: string): string {
  return attempt(() => sessionStorage.getItem(key)) ?? '';
}

/** Nothing written is nothing kept. */
export function keepDraft(key: string, text: string): void {
  attempt(() => (text ? sessionStorage.setItem(key, text) : sessionStorage.removeItem(key)));
}

/** The keys of all words that are kept at this place and within it. */
export function draftsUnder(place: string): string[] {
  const keys = attempt(() => Object.keys(sessionStorage)) ?? [];
  return keys.filter(
    (key) => `${key}:`.startsWith(`${place}:`) && !key.endsWith(chosen) && draftAt(key).trim() !== '',
  );
}

/** Some browsers keep their storage shut; then a draft lives as long as its page. */
function attempt<Answer>(task: () => Answer): Answer | null {
  try {
    return task();
  } catch {
    return null;
  }
}
