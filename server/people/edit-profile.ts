import { type Profile, updateProfile } from '#db/person.ts';
import type { House } from '../house.ts';

/** Replaces what a person says about themselves. Only their fellow members will see it. */
export async function editProfile(
  house: House,
  actorId: string,
  profile: Omit<Profile, 'id'>,
): Promise<void> {
  await updateProfile(house.db, actorId, profile);
}
