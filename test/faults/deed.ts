// What somebody does on another page in the middle of a run: the use case that the page calls, on the process that serves it.
import { removeMember } from '#server/circles/remove-member.ts';
import type { House } from '#server/house.ts';
import { makeInvitation } from '#server/invitations/make-invitation.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { granted } from '#test/harness/circles.ts';

/** A change of members, or what the program does by itself when nobody has used some notes for a while. */
export type Deed = MembershipDeed | { do: 'compact'; meeting: string };
export type MembershipDeed = { do: 'remove' | 'join'; circle: string; person: string; by: string };

/** Does it. Throws when it was refused, or did not come to an end. */
export async function perform(house: House, deed: Deed): Promise<void> {
  if (deed.do === 'compact') return house.notes.compact(deed.meeting);
  const { do: what, circle, person, by } = deed;
  if (what === 'remove') {
    granted(await removeMember(house, by, { circleId: circle, personId: person }));
    return;
  }
  const link = { id: house.newId(), token: house.newToken() };
  granted(await makeInvitation(house, by, { ...link, circleId: circle, days: 7, mostUses: 1 }));
  granted(await redeemInvitation(house, person, link.token));
}
