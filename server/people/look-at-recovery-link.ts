import { findOpenLink } from '#db/one-time-link.ts';
import type { House } from '../house.ts';
import { looksLikeToken, tokenHash } from '../invitations/token-hash.ts';
import { answersFor } from './answers-for.ts';

/** Looks at a one-time link without using it up; null when it can no longer be used, or never could. */
export async function lookAtRecoveryLink(house: House, token: string): Promise<{ isFirst: boolean } | null> {
  if (!looksLikeToken(token)) return null;
  const person = await findOpenLink(house.db, tokenHash(token), new Date(house.now()));
  if (!person || !(await answersFor(house.db, person.made_by, person.id))) return null;
  return { isFirst: person.password_hash === null };
}
