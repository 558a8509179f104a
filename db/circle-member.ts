import type { Kysely } from 'kysely';
import { listAsks } from './ask.ts';
import { listMembers, type Member } from './membership.ts';
import { listOffers } from './offer.ts';
import type { DB } from './schema.ts';

/** A current member with both sides: what they offer and what they ask. */
export type CircleMemberRow = Pick<
  Member,
  'name' | 'role' | 'industry' | 'about' | 'time_zone' | 'formality' | 'planning'
> & {
  id: string;
  offers: { id: string; topic: string; level: number }[];
  asks: { id: string; topic: string; priority: number; least_level: number }[];
};

/** The current members of a circle in the order of their seats, each with offers and asks. */
export async function listCircleMembers(db: Kysely<DB>, circleId: string): Promise<CircleMemberRow[]> {
  const members = await listMembers(db, circleId);
  const ids = members.map((member) => member.person_id);
  const [offers, asks] = await Promise.all([listOffers(db, ids), listAsks(db, ids)]);

  return members.map(({ person_id: id, seat: _, joined_at: __, ...profile }) => ({
    id,
    ...profile,
    offers: offers
      .filter((offer) => offer.person_id === id)
      .map(({ id, topic, level }) => ({ id, topic, level })),
    asks: asks
      .filter((ask) => ask.person_id === id)
      .map(({ id, topic, priority, least_level }) => ({ id, topic, priority, least_level })),
  }));
}
