import type { HouseCommand } from '#app/domain/meeting/commands.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import type { House } from '../house.ts';

/** Tells a meeting what it needs from another one. Throws in a moment of trouble: whoever asked, a job or a form, is to ask again. */
export async function tellSurely(house: House, room: string, command: HouseCommand): Promise<void> {
  const done = await house.rooms.execute({ room, actor: null, id: house.newId(), command });
  if (isRefusal(done) && (done.refused === 'busy' || done.refused === 'broken'))
    throw new Error(`The meeting ${room} could not be told ${command.kind}: ${done.refused}.`);
}
