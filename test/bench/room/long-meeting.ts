import { randomUUID } from 'node:crypto';
import { isRefusal } from '#app/domain/refusal.ts';
import type { House } from '#server/house.ts';
import { furnish } from './furnish.ts';
import type { World } from './world.ts';

/** A meeting of eight whose log holds at least so many events, most of them talk, as members would have sent them. */
export async function longMeeting(house: House, events: number): Promise<World> {
  const world = await furnish(house, { rooms: 1, members: 8 });
  const [{ room, people }] = world.rooms as [World['rooms'][number]];
  const said = Array.from({ length: events }, (_, number) => {
    const actor = people[number % people.length]?.person ?? null;
    const text = `Line ${number + 1}: what we agreed to try until we meet again, and who asks how it went.`;
    return house.rooms.execute({
      room,
      actor,
      id: randomUUID(),
      command: { kind: 'message.post', message: randomUUID(), text },
    });
  });
  const refused = (await Promise.all(said)).find(isRefusal);
  if (refused) throw new Error(`${refused.refused}: ${refused.message}`);
  return world;
}
