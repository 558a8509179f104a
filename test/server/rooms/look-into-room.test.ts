// The first view of a room is read in one statement: it shows what the questions for each part would answer.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findMeetingFor } from '#db/circle.ts';
import { findMeetingRoomFor } from '#db/meeting-room.ts';
import { findMeetingAfter } from '#db/meeting-turns.ts';
import { findReadMark, moveReadMark } from '#db/read-mark.ts';
import { leftToDo } from '#server/meetings/left-to-do.ts';
import { enterRoom } from '#server/rooms/enter-room.ts';
import { lookIntoRoom } from '#server/rooms/look-into-room.ts';
import { aKnownCircle, type KnownCircle } from '#test/harness/known-circle.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';

let ground: RoomHouse;
let circle: KnownCircle;

beforeAll(async () => {
  ground = await openRoomHouse();
  circle = await aKnownCircle(ground.house);
});
afterAll(() => ground.close());

async function partByPart(reader: string, meeting: string) {
  const { house } = ground;
  const entered = await enterRoom(house, reader, { room: meeting, after: null });
  if (!('snapshot' in entered)) throw new Error('A member was refused.');
  return {
    snapshot: entered.snapshot,
    people: entered.people,
    mark: await findReadMark(house.db, reader, meeting),
    openActions: await leftToDo(house, circle.circleId, meeting),
    notes: await house.notes.read(meeting),
    hasNext: (await findMeetingAfter(house.db, meeting)) !== null,
  };
}

test('a member sees every part of it as it is now', async () => {
  const { member, third } = circle.people;
  const { db } = ground.house;
  const meetings = Object.values(circle.meetings);
  await moveReadMark(db, { person: member.id, room: circle.meetings.now, version: 2, at: new Date() });

  const seen = [];
  for (const reader of [member.id, third.id])
    for (const meeting of meetings) {
      const found = await findMeetingRoomFor(db, reader, meeting);
      if (!found) throw new Error('A member was not let in.');
      const { room: __, ...door } = found;
      expect(door).toEqual(await findMeetingFor(db, reader, meeting));
      const { now: _, ...looked } = (await lookIntoRoom(ground.house, found)) as { now: number };
      expect(looked).toEqual(await partByPart(reader, meeting));
      seen.push(looked as unknown as Awaited<ReturnType<typeof partByPart>>);
    }
  // Otherwise equal could mean that there was nothing to see.
  expect(seen.some(({ openActions }) => openActions.length > 0)).toBe(true);
  expect(new Set(seen.map(({ hasNext }) => hasNext))).toEqual(new Set([true, false]));
  expect(seen.some(({ mark }) => mark?.version === 2)).toBe(true);
});

test('nobody else sees any of it', async () => {
  const { stranger, former, organizer, groupOrganizer } = circle.people;
  for (const { id } of [stranger, former, organizer, groupOrganizer])
    expect(await findMeetingRoomFor(ground.house.db, id, circle.meetings.now)).toBeNull();
});
