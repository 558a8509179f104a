import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { holdPerson } from '#db/membership.ts';
import { expireLinks, findOpenLink, spendLink } from '#db/one-time-link.ts';
import { updatePassword } from '#db/person.ts';
import { deleteSessions } from '#db/session.ts';
import { hashPassword } from '../auth/passwords.ts';
import type { House } from '../house.ts';
import { looksLikeToken, tokenHash } from '../invitations/token-hash.ts';
import { answersFor } from './answers-for.ts';
import { judgePassword } from './judge-password.ts';

/**
 * Spends a one-time link to choose a new password. Of all who try with one link exactly one succeeds; a password
 * that is too weak does not spend it. Every sign-in ends, every other open link dies, and nobody is signed
 * in: the new password is to be used at once, by whoever chose it.
 */
export async function redeemRecoveryLink(
  house: House,
  { token, password }: { token: string; password: string },
): Promise<{ redeemed: true } | Refusal> {
  const hashed = tokenHash(token);
  const person = looksLikeToken(token)
    ? await findOpenLink(house.db, hashed, new Date(house.now()))
    : undefined;
  if (!person) return refuse('link-spent');

  const weak = judgePassword(password, { name: person.name, address: person.email ?? '' });
  if (weak) return weak;
  const hash = await hashPassword(house, password);
  if (hash === 'busy') return refuse('busy');

  const isSpent = await house.db.transaction().execute(async (tx) => {
    const now = new Date(house.now());
    // The person first and then the link, always: two links of one person then never wait for each other.
    await holdPerson(tx, person.id, 'closing');
    // Held, so whoever joins a circle or becomes an organizer at this moment does so before or after.
    if (!(await answersFor(tx, person.made_by, person.id))) return false;
    if (!(await spendLink(tx, hashed, now))) return false;
    await updatePassword(tx, person.id, hash);
    await deleteSessions(tx, person.id);
    await expireLinks(tx, person.id, now);
    if (house.settings.mail && person.password_hash)
      await house.enqueue(tx, 'mail-password-changed', { personId: person.id });
    return true;
  });
  if (!isSpent) return refuse('link-spent');

  house.cut({ person: person.id });
  return { redeemed: true };
}
