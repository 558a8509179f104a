// A circle's room on a real database: the same log, the same guarantees, and nothing but talk.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { insertCircleRoom } from '#db/circle.ts';
import { endMembership } from '#db/membership.ts';
import { readEvents } from '#db/room-log.ts';
import { readOlderTalk } from '#db/talk.ts';
import type { House } from '#server/house.ts';
import { enterRoom } from '#server/rooms/enter-room.ts';
import type { Done } from '#server/rooms/room-states.ts';
import { aMeetingRoom, ask } from '../../harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '../../harness/room-house.ts';

let ground: RoomHouse;
let house: House;
let frames: RoomFrame[];
let circle: string;
let ana: string;
let ben: string;
let leaver: string;

beforeAll(async () => {
  ground = await openRoomHouse();
  ({ house, frames } = ground);
  const room = await aMeetingRoom(house, 3);
  ({ circle } = room);
  [ana = '', ben = '', leaver = ''] = room.members;
  await insertCircleRoom(house.db, circle);
});
afterAll(() => ground.close());

const logged = () => readEvents(house.db, circle, 0, 10_000);
const post = (text: string, more: { message?: string; thread?: string } = {}) => ({
  ...{ kind: 'message.post' as const, message: randomUUID(), text },
  ...more,
});

test('P1 P2 P3 P6 a line between meetings is committed, published once, and a retry has no second effect', async () => {
  const [id, hello] = [randomUUID(), post('hello')];
  const first = (await ask(house, circle, ana, hello, id)) as Done;
  house.rooms.forget(circle);
  const again = (await ask(house, circle, ana, hello, id)) as Done;
  expect([first.version, again.version]).toEqual([1, 1]);
  expect(frames.filter(({ room }) => room === circle)).toEqual([
    { room: circle, from: 1, events: await logged() },
  ]);
});

test('a reply finds its thread, after a restart as well', async () => {
  const [begin, reply, deeper] = [post('a question'), randomUUID(), randomUUID()];
  await ask(house, circle, ana, begin);
  await ask(house, circle, ben, post('an answer', { message: reply, thread: begin.message }));
  house.rooms.forget(circle);
  await ask(house, circle, ana, post('thanks', { message: deeper, thread: reply }));
  const state = await house.rooms.state(circle);
  const threads = state?.messages.filter(({ thread }) => thread === begin.message).map(({ id }) => id);
  expect(threads).toEqual([reply, deeper]);
  expect(await readOlderTalk(house.db, circle, 1_000, 500)).toEqual(state?.messages);
});

test('P10 P7 what was taken back is gone from the log, and entering again tells the same as having stayed', async () => {
  const secret = post('a secret');
  await ask(house, circle, ana, secret);
  await ask(house, circle, ana, { kind: 'message.edit', message: secret.message, text: 'a secret indeed' });
  await ask(house, circle, ana, { kind: 'message.retract', message: secret.message });
  expect(JSON.stringify(await logged())).not.toContain('secret');
  const after = await enterRoom(house, ben, { room: circle, after: 1 });
  expect(after).toMatchObject({ circle, events: (await logged()).slice(1) });
  const whole = await enterRoom(house, ben, { room: circle, after: null });
  expect(whole).toMatchObject({ snapshot: await house.rooms.state(circle) });
});

test('nothing but talk: the log stays as it is', async () => {
  const before = await logged();
  const answers = await Promise.all([
    ask(house, circle, ana, { kind: 'decision.record', decision: randomUUID(), text: 'We go' }),
    ask(house, circle, ana, { kind: 'meeting.start' }),
    ask(house, circle, null, { kind: 'attendance.arrive', person: ana }),
  ]);
  expect(answers.map((answer) => isRefusal(answer) && answer.refused)).toEqual(Array(3).fill('not-allowed'));
  expect(await logged()).toEqual(before);
});

test('P11 whoever has left the circle reads nothing and says nothing', async () => {
  const line = { circleId: circle, personId: leaver, how: 'left' as const, at: new Date() };
  expect(isRefusal(await enterRoom(house, leaver, { room: circle, after: null }))).toBe(false);
  await endMembership(house.db, line);
  const before = await logged();
  expect(await enterRoom(house, leaver, { room: circle, after: null })).toMatchObject({
    refused: 'not-found',
  });
  expect(await ask(house, circle, leaver, post('still here'))).toMatchObject({ refused: 'not-found' });
  expect(await logged()).toEqual(before);
});
