import type { House } from '../house.ts';

/** Ends every sign-in of a person, this one too. */
export async function signOutEverywhere(house: House, actorId: string): Promise<void> {
  await house.sessions.endAll(actorId);

  house.cut({ person: actorId });
}
