/**
 * What makes a password good enough: long, and not the first thing somebody else would try. There are no rules about
 * capitals or signs, because such rules make passwords alike.
 *
 * R1 A password has 8 to 256 characters.
 * R2 It is no common password, however it is decorated with digits, signs and look-alike letters.
 * R3 It is no run, no repetition and no date.
 * R4 It is not made of the person's own name, their address or the name of this place.
 */
import { lengthOf } from './typed-text.ts';

export const shortestPassword = 8;
export const longestPassword = 256;

/** Whose password it is; `address` may be empty. */
export type Owner = { name: string; address: string };

/** The one form in which a password is hashed, so that two keyboards give the same one. */
export function normalPassword(typed: string): string {
  return typed.normalize('NFC');
}

/**
 * Why a new password is refused, as a sentence for the person, or null when it will do.
 * `isCommon` answers whether a word in lower case is on the list of common passwords.
 */
export function weaknessOf(typed: string, owner: Owner, isCommon: (word: string) => boolean): string | null {
  const password = normalPassword(typed);
  const length = lengthOf(password);
  if (length < shortestPassword) return `Please use at least ${shortestPassword} characters.`; // R1
  if (length > longestPassword) return `Please keep this to ${longestPassword} characters.`; // R1

  const forms = plainForms(password);
  if (forms.some((form) => isCommon(form) || isCommon(unitOf(form))))
    return 'Many people use this password. Please choose another one.'; // R2
  if (isPattern(password.toLowerCase()))
    return 'This is easy to guess. A few words that only you put together work well.'; // R3
  if (forms.some((form) => isOwn(form, ownWords(owner))))
    return 'Please choose something other than your name, your address or “rondo”.'; // R4
  return null;
}

const lookAlikes: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
};

/** The password without its decoration: without digits and signs around or between, and with look-alikes read. */
function plainForms(password: string): string[] {
  const lower = password.toLowerCase();
  const around = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const behind = lower.replace(/[^\p{L}]+$/u, '');
  const letters = lower.replace(/[^\p{L}]/gu, '');
  const read = [lower, around, behind].map(readLookAlikes);
  const forms = [lower, around, behind, letters, ...read, ...read.map((form) => form.replaceAll('i', 'l'))];
  return [...new Set(forms)].filter((form) => form !== '' && isDecoration(lower, form));
}

/** Whether what was taken away is little, or itself the first thing to guess; thirteen random digits are neither. */
function isDecoration(whole: string, form: string): boolean {
  const taken = whole.length - form.length;
  return taken <= 6 || isPattern(whole.replace(form, ''));
}

function readLookAlikes(text: string): string {
  return [...text].map((letter) => lookAlikes[letter] ?? letter).join('');
}

/** The part that a text repeats: "abab" gives "ab", "abc" gives itself. */
function unitOf(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, at);
}

function isPattern(text: string): boolean {
  return lengthOf(unitOf(text)) <= 4 || isRun(text) || isDate(text);
}

/** Every character one further, or one back: "abcdefgh", "87654321"; "7890" goes on after the nine. */
function isRun(text: string): boolean {
  const codes = [...text.replaceAll('90', '9:').replaceAll('09', ':9')].map(
    (letter) => letter.codePointAt(0) ?? 0,
  );
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

/** Eight digits that are a day of the last or this century, with or without dots, dashes or slashes. */
function isDate(text: string): boolean {
  const day = '(0[1-9]|[12]\\d|3[01])';
  const month = '(0[1-9]|1[0-2])';
  const year = '(19|20)\\d\\d';
  const sign = '[-./ ]?';
  return [
    [year, month, day],
    [day, month, year],
    [month, day, year],
  ].some((order) => new RegExp(`^${order.join(sign)}$`).test(text));
}

function ownWords({ name, address }: Owner): string[] {
  const [whole, before = ''] = [address.toLowerCase(), address.toLowerCase().split('@')[0]];
  const words = `${name} ${address}`.toLowerCase().split(/[^\p{L}]+/u);
  return ['rondo', whole, before, ...words]
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
}

/** Whether next to nothing is left of a text once the person's own words are taken out. */
function isOwn(text: string, words: string[]): boolean {
  const left = words.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return left !== text && left.replace(/[^\p{L}]/gu, '').length < 4;
}
