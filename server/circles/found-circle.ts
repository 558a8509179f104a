import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findCircleFor, insertCircle, insertCircleRoom } from '#db/circle.ts';
import { findGroupFor } from '#db/group.ts';
import { holdPerson, insertMembership } from '#db/membership.ts';
import { findRoom } from '#db/room.ts';
import type { House } from '../house.ts';

/** `id` is made with the form, so that the same form sent twice founds one circle. */
export type NewCircle = {
  id: string;
  name: string;
  purpose: string;
  sizeLimit: number;
  timeZone: string;
  groupId: string | null;
};

/** Founds a circle with its room; the founder takes the first seat and has no other right than any member. */
export async function foundCircle(
  house: House,
  actorId: string,
  circle: NewCircle,
): Promise<{ circleId: string } | Refusal> {
  return house.db.transaction().execute(async (tx) => {
    if (!(await holdPerson(tx, actorId, 'joining'))) return refuse('not-found');
    if (circle.groupId && !(await findGroupFor(tx, actorId, circle.groupId))) return refuse('not-found');

    // Its room will carry its id, so it must be no meeting's either.
    const isFree = !(await findRoom(tx, circle.id));
    const row = {
      id: circle.id,
      group_id: circle.groupId,
      name: circle.name,
      purpose: circle.purpose,
      size_limit: circle.sizeLimit,
      time_zone: circle.timeZone,
      rota_seed: seedFrom(house.newId()),
      created_at: new Date(house.now()),
    };
    if (!isFree || !(await insertCircle(tx, row))) {
      const mine = await findCircleFor(tx, actorId, circle.id);
      return mine ? { circleId: circle.id } : refuse('command-id-taken');
    }

    await insertCircleRoom(tx, circle.id);
    const at = new Date(house.now());
    await insertMembership(tx, { id: house.newId(), circleId: circle.id, personId: actorId, at });
    return { circleId: circle.id };
  });
}

/** 31 random bits out of a random id. */
function seedFrom(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16) & 0x7fffffff;
}
