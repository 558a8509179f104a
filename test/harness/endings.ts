// Every door by which a right to a room ends, to be gone through in turn.

import { sql } from 'kysely';
import { isRefusal } from '#app/domain/refusal.ts';
import { hashPassword } from '#server/auth/passwords.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import type { House } from '#server/house.ts';
import { makeMailedLink } from '#server/mail/make-mailed-link.ts';
import { changePassword } from '#server/people/change-password.ts';
import { closeAccount } from '#server/people/close-account.ts';
import { redeemRecoveryLink } from '#server/people/redeem-recovery-link.ts';
import { signOut } from '#server/people/sign-out.ts';
import { signOutEverywhere } from '#server/people/sign-out-everywhere.ts';

/** Whose right ends: somebody of a circle whose rules let any member (`by`) remove another. */
export type Whose = { person: string; session: string; circle: string; by: string };

type Ending = (house: House, whose: Whose) => Promise<unknown>;

const password = 'seven quiet herons';
const address = '192.0.2.1';

/** Those after which the person is still signed in, and only this circle is closed to them. */
export const endingsOfMembership = {
  'member removed': (house, { by, circle, person }) =>
    removeMember(house, by, { circleId: circle, personId: person }),
  'circle left': (house, { person, circle }) => leaveCircle(house, person, circle),
} satisfies Record<string, Ending>;

/** Those after which this sign-in opens nothing any more. */
export const endingsOfSignIn = {
  'signed out': (house, { person, session }) => signOut(house, person, session),
  'signed out everywhere': (house, { person }) => signOutEverywhere(house, person),
  'password changed elsewhere': (house, { person }) =>
    changePassword(
      house,
      { id: person, sessionId: 'another sign-in' },
      { currentPassword: password, newPassword: 'nine early starlings', address },
    ),
  'access recovered': async (house, { person }) =>
    redeemRecoveryLink(house, {
      token: await makeMailedLink(house, person),
      password: 'nine early starlings',
    }),
  'account closed': (house, { person }) => closeAccount(house, person, { password, address }),
} satisfies Record<string, Ending>;

const all: Record<string, Ending> = { ...endingsOfMembership, ...endingsOfSignIn };

/** Goes through one of the doors; throws when it is not opened. */
export async function endRight(house: House, ending: string, whose: Whose): Promise<void> {
  const answer = await all[ending]?.(house, whose);
  if (!(ending in all) || isRefusal(answer)) throw new Error(`${ending}: ${JSON.stringify(answer)}`);
}

/** Lets everybody there is go through all of these doors: with an address and a password, in circles without a facilitator's say. */
export async function prepareEndings(house: House): Promise<void> {
  const settings = { ...house.settings, passwordMemoryKib: 64 };
  const hash = await hashPassword({ ...house, settings }, password);
  await house.db
    .updateTable('person')
    .set({ password_hash: hash, email: sql<string>`id::text || '@rondo.example'` })
    .where('closed_at', 'is', null)
    .execute();
  await house.db.updateTable('circle').set({ remove_rule: 'any-member' }).execute();
}
