import type { HouseCommand } from '#app/domain/meeting/commands.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import type { House } from '../house.ts';
import { derivedId } from '../rooms/command-id.ts';
import type { Done } from '../rooms/room-states.ts';
import { freshState } from './fresh-state.ts';
import { settleMeeting } from './settle-circle.ts';

/**
 * Tells a meeting's log what was decided, from the version it stands at: the same decision on the same version is one.
 * A log that a crash left empty is filled first.
 */
export async function tellLog(
  house: House,
  meetingId: string,
  command: HouseCommand,
): Promise<Done | Refusal> {
  const before = await freshState(house, meetingId);
  if (before?.version === 0) await settleMeeting(house, meetingId);
  const state = await freshState(house, meetingId);
  if (!state) return refuse('not-found');

  const id = derivedId(meetingId, state.version, JSON.stringify(command));
  return house.rooms.execute({ room: meetingId, actor: null, id, command });
}
