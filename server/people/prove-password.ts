import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findAccount } from '#db/person.ts';
import { verifyPassword } from '../auth/passwords.ts';
import type { House } from '../house.ts';
import { busyFor, countsNot, slowDown } from './sign-in.ts';

/** A person whose password was just proved. */
type Proved = { id: string; name: string; email: string; password_hash: string };

/**
 * Asks for the password once more, before something that must not be done by whoever finds an unlocked phone. Tries
 * count like those of a sign-in.
 */
export async function provePassword(
  house: House,
  actorId: string,
  given: { password: string; address: string; field: string },
): Promise<Proved | Refusal> {
  const person = await findAccount(house.db, actorId);
  const { email, password_hash } = person ?? {};
  if (!person || !email || !password_hash) return refuse('not-found');
  const wait = await slowDown(house, email, given.address);
  if (wait > 0) return refuse('slow-down', { retryMs: wait });

  const isRight = await verifyPassword(house, given.password, password_hash);
  if (isRight === 'busy') return busyFor(house, email, given.address);
  if (!isRight)
    return refuse('wrong-credentials', { field: given.field, message: 'That is not your password.' });
  await countsNot(house, email, given.address);

  return { id: person.id, name: person.name, email, password_hash };
}
