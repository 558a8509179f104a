/**
 * Up to two letters for a name: first letters of its first and last word, by whole characters, upper case.
 * "Aleksandra Wiśniewska-Kowalczyk" gives "AW"; an empty name gives "?".
 */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';

  return `${first}${last}`.toLocaleUpperCase('en') || '?';
}

/** The first letter or figure of a word, leaving out signs such as brackets. */
function firstLetter(word: string | undefined): string {
  return word?.match(/[\p{L}\p{N}]\p{M}*/u)?.[0] ?? '';
}
