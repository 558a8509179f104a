// A misspelled setting would be ignored in silence; this finds the ones that were surely meant for us.
// Other programs' variables must pass (SESSION_MANAGER is on every desktop), so a likeness is asked for.

/** One sentence for each variable that looks like one of `names` but is none. */
export function misspelledSettings(
  env: Record<string, string | undefined>,
  names: readonly string[],
): string[] {
  return Object.keys(env)
    .filter((name) => env[name] !== undefined && name.includes('_') && !names.includes(name))
    .flatMap((name) => {
      const meant =
        names.find((known) => known.startsWith(name)) ?? names.find((known) => isLike(name, known));
      return meant ? [`${name} is not a setting; did you mean ${meant}?`] : [];
    });
}

function isLike(name: string, known: string): boolean {
  if (!known.includes('_')) return false;
  return (
    (known === 'SMTP_URL' && name.startsWith('SMTP_')) ||
    distance(name, known) <= (known.length < 12 ? 2 : 3) ||
    sharesAllWordsButOne(name.split('_'), known.split('_'))
  );
}

/** The same number of words, at least three, and at most one of them another; in any order. */
function sharesAllWordsButOne(words: string[], known: string[]): boolean {
  if (words.length !== known.length || known.length < 3) return false;
  return words.filter((word) => !known.includes(word)).length <= 1;
}

/** How many letters to add, remove or change to get from one to the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const change = row[j]! + (letter === other ? 0 : 1);
      next.push(Math.min(change, row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
