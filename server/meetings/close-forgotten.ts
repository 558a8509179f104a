import { FORGOTTEN_AFTER } from '#app/domain/meeting/forgotten.ts';
import { listMeetingsThatEndedBefore } from '#db/meeting-turns.ts';
import { eachByItself } from '../each-by-itself.ts';
import type { House } from '../house.ts';

/** Closes every meeting whose planned end is half an hour past and whose room is empty (H4); `decide` checks both. */
export async function closeForgotten(house: House): Promise<void> {
  const ended = await listMeetingsThatEndedBefore(house.db, new Date(house.now() - FORGOTTEN_AFTER));
  const command = { kind: 'meeting.close-forgotten' } as const;
  await eachByItself(ended, (room) => house.rooms.execute({ room, actor: null, id: house.newId(), command }));
}
