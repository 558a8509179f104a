/**
 * Words and finger walks that passwords are commonly made of, in lower case. Capitals, endings and look-alike
 * letters are taken off before a password is looked up here (app/domain/people/password.ts, R2).
 */
import lines from './common-passwords.json' with { type: 'json' };

const common: ReadonlySet<string> = new Set(lines.flatMap((line) => line.split(' ')));

/** Whether a word in lower case is on the list. */
export function isCommonPassword(word: string): boolean {
  return common.has(word);
}
