import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { upsertRecoveryLink } from '#db/one-time-link.ts';
import { findByEmail } from '#db/person.ts';
import type { House } from '../house.ts';
import { tokenHash } from '../invitations/token-hash.ts';

const hour = 3_600_000;
const rescueLinkHours = 24;

/**
 * Makes a link with which somebody can choose a new password, for whoever runs the server. Who that is, nobody has to ask:
 * the whole database is in their hands. So it is made for organizers too, whom nobody within Rondo could help when
 * the only one has lost access. Like every such link it is listed on the person's account page.
 */
export async function rescuePerson(
  house: House,
  email: string,
): Promise<{ url: string; name: string } | Refusal> {
  const person = await findByEmail(house.db, email);
  if (!person) return refuse('not-found', { message: `Nobody has an account with the address ${email}.` });

  const token = house.newToken();
  const now = house.now();
  await upsertRecoveryLink(house.db, {
    id: house.newId(),
    purpose: 'rescue',
    token_hash: tokenHash(token),
    person_id: person.id,
    made_by: null,
    created_at: new Date(now),
    expires_at: new Date(now + rescueLinkHours * hour),
  });
  return { url: `${house.settings.origin}/recover/${token}`, name: person.name };
}
