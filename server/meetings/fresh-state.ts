import type { MeetingState } from '#app/domain/meeting/state.ts';
import { findRoom } from '#db/room.ts';
import type { House } from '../house.ts';

/**
 * A meeting's state as its log has it at this moment, or null when there is no such meeting. What this process
 * remembers may be older, while another one is appending; whoever compares a log with rows must not believe it.
 */
export async function freshState(house: House, meetingId: string): Promise<MeetingState | null> {
  const room = await findRoom(house.db, meetingId);
  return room ? house.rooms.state(meetingId, room.version) : null;
}
