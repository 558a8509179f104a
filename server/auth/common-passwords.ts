/**
 * Words and finger walks that passwords are commonly made of, in lower case. Capitals, endings and look-alike
 * letters are taken off before a password is looked up here (app/domain/people/password.ts, R2).
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const words = readFileSync(path.join(import.meta.dirname, 'common-passwords.txt'), 'utf8');
const common: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** Whether a word in lower case is on the list. */
export function isCommonPassword(word: string): boolean {
  return common.has(word);
}
