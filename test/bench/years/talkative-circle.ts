// A circle in whose room so many lines were said, as its members would have sent them.
import { insertCircleRoom } from '#db/circle.ts';
import { readEvents } from '#db/room-log.ts';
import type { House } from '#server/house.ts';
import { furnish } from '../room/furnish.ts';
import { sayMeanwhile } from '../room/long-meeting.ts';

/** One line in so many begins a conversation. */
const CONVERSATION = 5;
const MEMBERS = 8;

export type TalkativeCircle = {
  /** The circle, and its room, which carries the same id. */
  circle: string;
  /** One of the members. */
  person: string;
  /** The id of the line in the middle. */
  middle: string;
};

export async function talkativeCircle(house: House, lines: number): Promise<TalkativeCircle> {
  const world = await furnish(house, { rooms: 1, members: MEMBERS });
  const [made] = world.rooms;
  if (!made) throw new Error('there is no circle');
  const meeting = house.db.selectFrom('meeting').select('circle_id').where('id', '=', made.room);
  const { circle_id: circle } = await meeting.executeTakeFirstOrThrow();
  await insertCircleRoom(house.db, circle);
  const rooms = [{ ...made, room: circle }];
  await sayMeanwhile(house, { ...world, rooms }, lines, { conversation: CONVERSATION });
  const [event] = await readEvents(house.db, circle, Math.floor(lines / 2), 1);
  if (event?.kind !== 'message.posted') throw new Error('nothing was said in the middle');
  return { circle, person: made.people[0]?.person ?? '', middle: event.message };
}
