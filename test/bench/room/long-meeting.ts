import { randomUUID } from 'node:crypto';
import { isRefusal } from '#app/domain/refusal.ts';
import type { House } from '#server/house.ts';
import { furnish } from './furnish.ts';
import type { World } from './world.ts';

/** A meeting of eight whose log holds at least so many events, most of them talk, as members would have sent them. */
export async function longMeeting(house: House, events: number): Promise<World> {
  const world = await furnish(house, { rooms: 1, members: 8 });
  await sayMeanwhile(house, world, events);
  return world;
}

/**
 * Says so many lines in every room, by its members in turn, without any socket. With `conversation` one of so many begins a
 * conversation, in which the next ones answer.
 */
export async function sayMeanwhile(
  house: House,
  { rooms }: World,
  lines: number,
  { conversation }: { conversation?: number } = {},
): Promise<void> {
  const said = rooms.flatMap(({ room, people }) => {
    const ids = Array.from({ length: lines }, () => randomUUID());
    return ids.map((message, number) => {
      const actor = people[number % people.length]?.person ?? null;
      const text = `Line ${number + 1}: what we agreed to try until we meet again, and who asks how it went.`;
      const begun = conversation ? number % conversation : 0;
      const thread = begun > 0 ? { thread: ids[number - begun] as string } : {};
      const command = { kind: 'message.post' as const, message, text, ...thread };
      return { room, actor, id: randomUUID(), command };
    });
  });
  for (let next = 0; next < said.length; next += 2_000) {
    const answers = await Promise.all(said.slice(next, next + 2_000).map(house.rooms.execute));
    const refused = answers.find(isRefusal);
    if (refused) throw new Error(`${refused.refused}: ${refused.message}`);
  }
}
