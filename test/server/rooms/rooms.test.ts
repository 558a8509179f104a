// The log of a room on a real database: what acknowledged means, and what a refusal leaves behind.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { readEvents } from '#db/room-log.ts';
import type { House } from '#server/house.ts';
import { rebuildProjections } from '#server/rooms/project.ts';
import type { Done } from '#server/rooms/room-states.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '../../harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '../../harness/room-house.ts';

let ground: RoomHouse;
let house: House;
let frames: RoomFrame[];
let room: MeetingRoom;

beforeAll(async () => {
  ground = await openRoomHouse();
  ({ house, frames } = ground);
  room = await aMeetingRoom(house, 4);
});
afterAll(() => ground.close());

const version = async (id: string) => (await house.rooms.state(id))?.version;
const logged = (id: string) => readEvents(house.db, id, 0, 10_000);
const post = (text: string, message = randomUUID()) => ({ kind: 'message.post' as const, message, text });

describe('appending', () => {
  test('P1 P6 acknowledged means committed, published once, with the next version', async () => {
    const before = (await version(room.meeting)) ?? 0;
    const done = (await ask(house, room.meeting, room.members[1] ?? null, post('hello'))) as Done;
    expect(done.version).toBe(before + 1);
    const last = (await logged(room.meeting)).at(-1);
    expect(last).toMatchObject({ kind: 'message.posted', text: 'hello', version: before + 1 });
    expect(frames.at(-1)).toEqual({ room: room.meeting, from: before + 1, events: [last] });
  });

  test('P3 the same id twice has one effect and one answer, in memory and after a restart', async () => {
    const [id, command] = [randomUUID(), post('once')];
    const actor = room.members[1] ?? null;
    const answers = await Promise.all([1, 2, 3].map(() => ask(house, room.meeting, actor, command, id)));
    house.rooms.forget(room.meeting);
    answers.push(await ask(house, room.meeting, actor, command, id));
    expect(new Set(answers.map((answer) => (answer as Done).version)).size).toBe(1);
    expect((await logged(room.meeting)).filter((event) => event.command === id)).toHaveLength(1);
  });

  test('P4 an id that belongs to somebody else, or to other words, is refused and changes nothing', async () => {
    const [id, command] = [randomUUID(), post('mine')];
    await ask(house, room.meeting, room.members[1] ?? null, command, id);
    const before = await logged(room.meeting);
    for (const forget of [false, true]) {
      if (forget) house.rooms.forget(room.meeting);
      const stolen = await ask(house, room.meeting, room.members[2] ?? null, command, id);
      const changed = await ask(house, room.meeting, room.members[1] ?? null, post('other'), id);
      expect(stolen).toMatchObject({ refused: 'command-id-taken' });
      expect(changed).toMatchObject({ refused: 'command-id-taken' });
    }
    expect(await logged(room.meeting)).toEqual(before);
  });

  test('P5 a refusal changes nothing and is told to nobody else', async () => {
    const before = { log: await logged(room.meeting), frames: frames.length };
    const answer = await ask(house, room.meeting, room.members[3] ?? null, { kind: 'meeting.start' });
    expect(answer).toMatchObject({ refused: 'not-leading' });
    expect({ log: await logged(room.meeting), frames: frames.length }).toEqual(before);
  });

  test('strangers and rooms that do not exist look the same', async () => {
    const stranger = await aMeetingRoom(house, 1);
    const outside = await ask(house, room.meeting, stranger.members[0] ?? null, post('let me in'));
    const nowhere = await ask(house, randomUUID(), room.members[0] ?? null, post('anybody'));
    expect(outside).toEqual(nowhere);
    expect(outside).toMatchObject({ refused: 'not-found' });
  });

  test('P11 a member who has left cannot append, even when this process still believes in them', async () => {
    const other = await aMeetingRoom(house, 3);
    const leaver = other.members[2] ?? null;
    expect(isRefusal(await ask(house, other.meeting, leaver, post('still here')))).toBe(false);
    await house.db
      .updateTable('membership')
      .set({ left_at: new Date(), left_how: 'removed' })
      .where('person_id', '=', leaver)
      .execute();
    const before = await logged(other.meeting);
    const [gone, stays] = await Promise.all([
      ask(house, other.meeting, leaver, post('after')),
      ask(house, other.meeting, other.members[1] ?? null, post('me too')),
    ]);
    expect(gone).toMatchObject({ refused: 'not-found' });
    expect(isRefusal(stays)).toBe(false);
    expect((await logged(other.meeting)).length).toBe(before.length + 1);
  });

  test('retracted words are nowhere any more: not in the log, not in memory', async () => {
    const message = randomUUID();
    const author = room.members[1] ?? null;
    await ask(house, room.meeting, author, post('a canary sings', message));
    await ask(house, room.meeting, author, { kind: 'message.edit', message, text: 'a canary sings louder' });
    await ask(house, room.meeting, author, { kind: 'message.retract', message });
    const remembered = [
      await house.rooms.since(room.meeting, 0, 10_000),
      await house.rooms.state(room.meeting),
    ];
    expect(JSON.stringify([await logged(room.meeting), remembered])).not.toContain('canary');
  });
});

describe('projections', () => {
  test('are written with the events and equal their rebuild', async () => {
    const own = await aMeetingRoom(house, 4);
    const [lead, ben] = own.members as [string, string];
    const action = { action: randomUUID(), text: 'Send the notes', owner: ben, due: '2026-12-01' };
    await ask(house, own.meeting, null, { kind: 'attendance.arrive', person: lead });
    await ask(house, own.meeting, lead, { kind: 'meeting.start' });
    await ask(house, own.meeting, lead, { kind: 'action.add', ...action });
    await ask(house, own.meeting, ben, { kind: 'action.complete', action: action.action });
    await ask(house, own.meeting, lead, { kind: 'meeting.close' });
    const written = await projected(own);
    expect(written.meeting).toMatchObject({ status: 'closed', led_by: lead });
    expect(written.actions).toMatchObject([{ id: action.action, owner_id: ben, due_on: '2026-12-01' }]);
    expect(written.attendance).toMatchObject([{ person_id: lead }]);

    house.rooms.forget(own.meeting);
    const state = await house.rooms.state(own.meeting);
    if (state) await rebuildProjections(house.db, own, state);
    expect(await projected(own)).toEqual(written);
  });

  test('a command that fails at its projection changes nothing at all, and holds up nobody else', async () => {
    const own = await aMeetingRoom(house, 2);
    const before = await logged(own.meeting);
    await house.db.schema.alterTable('action_item').renameTo('action_item_hidden').execute();
    const action = { action: randomUUID(), text: 'Nothing', owner: own.members[0] as string, due: null };
    const [answer, beside] = await Promise.all([
      ask(house, own.meeting, own.members[0] ?? null, { kind: 'action.add', ...action }),
      ask(house, own.meeting, own.members[1] ?? null, post('said at the same moment')),
    ]);
    await house.db.schema
      .alterTable('action_item_hidden' as never)
      .renameTo('action_item')
      .execute();
    expect(answer).toMatchObject({ refused: 'busy' });
    expect(isRefusal(beside)).toBe(false);
    const since = (await logged(own.meeting)).slice(before.length);
    expect(since.map(({ kind }) => kind)).toEqual(['message.posted']);
    expect((await house.rooms.state(own.meeting))?.actions).toEqual([]);
  });
});

async function projected({ meeting }: MeetingRoom) {
  const { db } = house;
  return {
    meeting: await db.selectFrom('meeting').selectAll().where('id', '=', meeting).executeTakeFirstOrThrow(),
    actions: await db.selectFrom('action_item').selectAll().where('meeting_id', '=', meeting).execute(),
    attendance: await db.selectFrom('attendance').selectAll().where('meeting_id', '=', meeting).execute(),
  };
}
