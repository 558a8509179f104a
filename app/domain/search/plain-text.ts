/**
 * Words as they are searched.
 *
 * X3 Searching knows letters and figures alone: accents, marks and signs make no difference, in any language.
 */
import { isUnspaced } from './unspaced.ts';

/** A text as it is searched, and for each of its code units, and its end, the place in the typed text it stands for. */
type PlainPlaces = { plain: string; places: number[] };

// What is searched otherwise than it is typed: a character with the marks on it.
const character = /[^a-zA-Z0-9 ]\p{M}*/gu;

// Accents, points and what makes a sign an emoji. The vowel signs of Indian scripts are marks as well, and letters.
const diacritics = /(?=\p{M})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;

/** X3: the text as it is searched. */
export function plainText(text: string): string {
  return text.replace(character, (typed) => spaced(plainCharacter(typed)));
}

/** X6: with a space around what is a word of its own. */
function spaced(searched: string): string {
  return isUnspaced(searched) ? ` ${searched} ` : searched;
}

function plainCharacter(typed: string): string {
  const apart = typed.normalize('NFD');
  // Most letters have nothing on them.
  if (/^[\p{L}\p{N}]$/u.test(apart)) return apart;
  if (!/^[\p{L}\p{N}\p{M}]/u.test(apart)) return ' ';
  return apart.replace(diacritics, '').normalize('NFC');
}

/** X3: the text as it is searched, with the way back. */
export function plainPlaces(text: string): PlainPlaces {
  const places: number[] = [];
  let at = 0;
  const plain = text.replace(character, (typed, begin: number) => {
    while (at < begin) places.push(at++);
    const searched = plainCharacter(typed);
    const words = spaced(searched);
    // The spaces around a word stand for no place of their own.
    if (words !== searched) places.push(at);
    for (let unit = 0; unit < searched.length; unit += 1) places.push(at + Math.min(unit, typed.length - 1));
    at += typed.length;
    if (words !== searched) places.push(at);
    return words;
  });
  while (at <= text.length) places.push(at++);
  return { plain, places };
}
