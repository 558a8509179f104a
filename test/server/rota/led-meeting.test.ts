// Who has led a meeting, and who leads one, where the lead went from hand to hand in its room.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMeetings } from '#db/meeting.ts';
import { restoreMeeting } from '#server/meetings/restore-meeting.ts';
import { skipMeeting } from '#server/meetings/skip-meeting.ts';
import { afterMeetingClosed } from '#server/rota/after-meeting-closed.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { aCircleOf, aSeason, must } from '#test/harness/meetings.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';
import { disagreements, leadsOf } from './rota-world.ts';

let opened: TestHouse;
beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

/** A circle of four in the room of its first meeting, five minutes before it. */
async function together() {
  const { house, clock } = opened;
  const circle = await aCircleOf(house, 4);
  const { meetings } = await aSeason(house, circle, { meetings: 8 });
  const [first] = meetings;
  const room = first?.id ?? '';
  clock.advance((first?.starts_at.getTime() ?? 0) - house.now() - 5 * 60_000);
  for (const person of circle.members)
    must(await ask(house, room, null, { kind: 'attendance.arrive', person }));
  const [ana = '', ben = '', chi = ''] = circle.members;
  return { house, clock, circle, room, ana, ben, chi };
}

async function handOver(room: string, from: string, to: string): Promise<void> {
  const { house } = opened;
  must(await ask(house, room, from, { kind: 'lead.pass', to }));
  const offer = (await house.rooms.state(room))?.baton.offer?.number ?? 0;
  must(await ask(house, room, to, { kind: 'lead.accept', offer }));
}

test('R4 L9 whoever led a meeting has done their turn, also when another closes it', async () => {
  const { house, clock, circle, room, ana, ben } = await together();
  must(await ask(house, room, ana, { kind: 'meeting.start' }));
  clock.advance(60 * 60_000);
  await handOver(room, ana, ben);
  clock.advance(60_000);
  must(await ask(house, room, ben, { kind: 'meeting.close' }));
  await afterMeetingClosed(house, room);
  expect((await listMeetings(house.db, circle.id))[0]).toMatchObject({ status: 'closed', led_by: ana });
  expect(await leadsOf(house, circle)).toBe('BCDABCD');
});

test('H2 a meeting that is skipped and restored while its room is open is led by whom the rota names', async () => {
  const { house, circle, room, ana, chi } = await together();
  await handOver(room, ana, chi);
  const at = { circleId: circle.id, meetingId: room };
  must(await skipMeeting(house, chi, at));
  must(await restoreMeeting(house, chi, at));
  const { lead } = (await house.rooms.state(room)) ?? {};
  expect(lead?.holder).toBe(lead?.planned);
  expect(await disagreements(house, circle.id)).toEqual([]);
});
