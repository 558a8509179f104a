import { type Owner, weaknessOf } from '#app/domain/people/password.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { isCommonPassword } from '../auth/common-passwords.ts';

/** A refusal at the field `field` when a new password is too weak; null when it will do. */
export function judgePassword(password: string, owner: Owner, field = 'password'): Refusal | null {
  const weakness = weaknessOf(password, owner, isCommonPassword);
  return weakness ? refuse('bad-input', { field, message: weakness }) : null;
}
