/**
 * What people type, made safe to keep: the same letters in one form, no invisible characters that could break a
 * line, turn the reading direction of a page, or that PostgreSQL cannot store.
 */

// Control characters, halves of characters, and the marks that reverse the text after them.
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const unseenInText = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line: every run of white space becomes one space, none at the ends. */
export function cleanLine(typed: string): string {
  return typed.replace(/\s/gu, ' ').replace(unseen, '').replace(/ {2,}/g, ' ').trim().normalize('NFC');
}

// What most people type most of the time: letters, figures and signs of ASCII in one line, with no space at the ends.
const plain = /^[!-~](?:[ -~]*[!-~])?$/;

/** Several lines: line ends become `\n`, at most one empty line in a row, no white space at the ends. */
export function cleanText(typed: string): string {
  if (plain.test(typed)) return typed;
  const lines = typed.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  return lines
    .replace(unseenInText, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
}

const surrogate = /[\ud800-\udfff]/;

/** How long a text is for the person who typed it: in characters, not in code units. */
export function lengthOf(text: string): number {
  return surrogate.test(text) ? [...text].length : text.length;
}
