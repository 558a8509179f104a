// Meetings after a meeting, with topics: for tests of what goes from one agenda to another.
import { randomUUID } from 'node:crypto';
import { listedItems } from '#app/domain/meeting/agenda.ts';
import type { House } from '#server/house.ts';
import { ask, type MeetingRoom } from './meeting-room.ts';

export const topic = (title: string) => ({
  title,
  itemKind: 'topic' as const,
  minutes: 10,
  bringer: null,
  help: '',
});

async function proposeTopic(
  house: House,
  room: MeetingRoom,
  meeting: string,
  title: string,
): Promise<string> {
  const item = randomUUID();
  await ask(house, meeting, room.members[0] ?? null, { kind: 'item.propose', item, ...topic(title) });
  return item;
}

/** Another meeting of the same circle, a fortnight later. */
export async function aLaterMeeting(house: House, room: MeetingRoom): Promise<string> {
  const { db } = house;
  const first = await db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', room.meeting)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  const startsAt = room.startsAt + 14 * 86_400_000;
  const row = {
    ...first,
    id,
    starts_at: new Date(startsAt),
    status: 'planned',
    started_at: null,
    closed_at: null,
  };
  await db
    .insertInto('meeting')
    .values({ ...row, led_by: null })
    .execute();
  await db.insertInto('room').values({ id, circle_id: room.circle, meeting_id: id }).execute();
  await ask(house, id, null, { kind: 'meeting.plan', startsAt, lengthMinutes: 60 });
  return id;
}

/** What tests of agendas do, in a house that is opened before the first of them. */
export function agendasOf(house: () => House) {
  return {
    propose: (room: MeetingRoom, meeting: string, title: string) =>
      proposeTopic(house(), room, meeting, title),
    nextMeeting: (room: MeetingRoom) => aLaterMeeting(house(), room),
    titles: (meeting: string) => titlesOf(house(), meeting),
  };
}

/** What stands on a meeting's agenda. */
async function titlesOf(house: House, meeting: string): Promise<string[]> {
  const state = await house.rooms.state(meeting);
  return listedItems(state?.items ?? []).map((item) => item.title);
}
