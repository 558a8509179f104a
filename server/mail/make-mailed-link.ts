import { upsertRecoveryLink } from '#db/one-time-link.ts';
import type { House } from '../house.ts';
import { tokenHash } from '../invitations/token-hash.ts';
import { mailedLinkMinutes } from './letters.ts';

/**
 * Makes the one-time link that a mail will carry and answers its token. It is made by the job that sends the mail, so no
 * queue ever holds a token. When the job is run twice, both mails carry a link that works; using one ends
 * the other.
 */
export async function makeMailedLink(house: House, personId: string): Promise<string> {
  const token = house.newToken();
  const now = house.now();
  await upsertRecoveryLink(house.db, {
    id: house.newId(),
    purpose: 'recover',
    token_hash: tokenHash(token),
    person_id: personId,
    made_by: null,
    created_at: new Date(now),
    expires_at: new Date(now + mailedLinkMinutes * 60_000),
  });
  return token;
}
