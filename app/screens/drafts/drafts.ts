/**
 * What somebody is just writing lies in this tab until it is sent. Its key says whose it is and in which place and field it is
 * written, and begins as everything does that a sign-out forgets.
 */
export function draftKeyOf(room: string, person: string, ...place: (string | undefined)[]): string {
  return ['rondo-draft', room, person, ...place].filter(Boolean).join(':');
}

/** The key of one field of the form at this place. `begin`: what it says before anything is typed or chosen. */
export function fieldKeyOf(
  place: string,
  { name, type }: { name: string; type: string },
  begin = '',
): string {
  return `${place}:${name}${type.startsWith('text') ? '' : `:${begin}${chosen}`}`;
}

/**
 * What is not written but chosen, such as a day: it is no words to copy, and it comes back only over what it was chosen
 * over, so that nobody takes back unawares what somebody else has chosen since.
 */
const chosen = ':chosen';

/** What the words at this key are about: a line that is answered, or what one began to change (`kind`: edit, item …). */
export function aboutDraft(key: string): { kind: string | undefined; of: string | undefined } {
  const place = key.split(':').slice(3, -1);
  return { kind: place.length > 1 ? place[0] : undefined, of: place.at(-1) };
}

export function draftAt(key: string): string {
  return attempt(() => sessionStorage.getItem(key)) ?? '';
}

/** Nothing written is nothing kept. */
export function keepDraft(key: string, text: string): void {
  attempt(() => (text ? sessionStorage.setItem(key, text) : sessionStorage.removeItem(key)));
}

/** The keys of all words that are kept at this place and within it. */
export function draftsUnder(place: string): string[] {
  return keysUnder(place).filter((key) => !key.endsWith(chosen) && draftAt(key).trim() !== '');
}

/** Forgets all that is kept at this place and within it, also what was chosen. */
export function forgetDraft(place: string): void {
  for (const key of keysUnder(place)) keepDraft(key, '');
}

/** Puts away the words at this key, and with the last words of its form what was chosen there. */
export function putAway(key: string): void {
  forgetDraft(key);
  const form = key.slice(0, key.lastIndexOf(':'));
  if (draftsUnder(form).length === 0) forgetDraft(form);
}

function keysUnder(place: string): string[] {
  const keys = attempt(() => Object.keys(sessionStorage)) ?? [];
  return keys.filter((key) => `${key}:`.startsWith(`${place}:`));
}

/** Some browsers keep their storage shut; then a draft lives as long as its page. */
function attempt<Answer>(task: () => Answer): Answer | null {
  try {
    return task();
  } catch {
    return null;
  }
}
