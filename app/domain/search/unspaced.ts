/**
 * Languages that put no space between words.
 *
 * X6 Each character of such a language is searched as a word of its own, with the marks on it; what is looked for is
 *    found where all its characters stand in a row, as one run.
 */

// By the scripts that use a letter: the long vowel of Japanese, for one, belongs to two of them.
const letter =
  /(?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}])[\p{L}\p{N}]/u;

const run = new RegExp(`((?:${letter.source}\\p{M}*)+)`, 'u');

/** X6: whether a text has characters of such a language. */
export function isUnspaced(text: string): boolean {
  return letter.test(text);
}

/** X6: a text in parts; every second one is a run of such characters. */
export function splitRuns(text: string): string[] {
  return text.split(run);
}
