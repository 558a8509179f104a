// What is written in silence, through every door: nobody but its author learns a word of it before the reveal.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeetingCommand } from '#app/domain/meeting/commands.ts';
import { findFormat } from '#app/domain/meeting/formats.ts';
import { maskState } from '#app/domain/meeting/mask.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { readEvents } from '#db/room-log.ts';
import { readOlderTalk } from '#db/talk.ts';
import { readMinutes } from '#server/meetings/read-minutes.ts';
import { enterRoom } from '#server/rooms/enter-room.ts';
import { granted } from '#test/harness/circles.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, ask } from '#test/harness/meeting-room.ts';
import { until } from '#test/harness/until.ts';
import { untilArrived } from '#test/harness/until-arrived.ts';

let server: LiveServer;
let room: { circle: string; meeting: string; members: string[] };
let ana: Line;
let ben: Line;
const secret = 'zq-vendor-risk';
const [first, second, gone] = [randomUUID(), randomUUID(), randomUUID()] as const;
const items = (findFormat('open-agenda-votes')?.steps ?? []).map(() => randomUUID());
const writing = items[0] ?? '';

const does = async (actor: string | null, command: MeetingCommand) =>
  granted(await ask(server.house(), room.meeting, actor, command));
const lineOf = async (person: string) =>
  openLine(server.origin, { cookie: (await server.signIn(person)).cookie });
const post = (message: string, text: string) => ({ kind: 'message.post' as const, message, text });

beforeAll(async () => {
  server = await startLiveServer();
  room = await aMeetingRoom(server.house(), 2);
  const [lead = ''] = room.members;
  [ana, ben] = [await lineOf(lead), await lineOf(room.members[1] ?? '')];
  for (const line of [ana, ben]) expect(isRefusal(await line.enter(room.meeting))).toBe(false);
  await untilArrived(server.house(), room.meeting, room.members);
  await does(null, { kind: 'lead.assign', lead, line: [] });
  await does(lead, { kind: 'format.choose', format: 'open-agenda-votes', items });
  await does(lead, { kind: 'item.start', item: writing, rev: 0 });
  for (const id of [first, second, gone]) await ben.command(room.meeting, post(id, `${secret} 1`));
  await ben.command(room.meeting, { kind: 'message.edit', message: second, text: `${secret} 2` });
  await ben.command(room.meeting, { kind: 'message.retract', message: gone });
});
afterAll(async () => {
  for (const line of [ana, ben]) line.close();
  await server.close();
});

/** All that Ana can get to see, door by door. */
async function seenByAna(): Promise<Record<string, string>> {
  const { db, rooms } = server.house();
  const [reader = ''] = room.members;
  const state = await rooms.state(room.meeting);
  return Object.fromEntries(
    Object.entries({
      frames: ana.events(),
      snapshot: await ana.enter(room.meeting),
      missed: await ana.enter(room.meeting, { after: 3 }),
      page: await enterRoom(server.house(), reader, { room: room.meeting, after: null }),
      older: await readOlderTalk(db, room.meeting, 1_000, 100),
      minutes: await readMinutes(server.house(), room.meeting, room.circle, reader),
      state: state && maskState(state, reader),
    }).map(([door, answer]) => [door, JSON.stringify(answer)]),
  );
}

test('P10 no door tells a word of it before the reveal; its author has it with the answer and on coming back', async () => {
  await until(() => expect(ana.events().filter(({ kind }) => kind === 'message.retracted')).toHaveLength(1));
  for (const [door, answer] of Object.entries(await seenByAna())) {
    expect(answer, door).toContain('{');
    expect(answer.includes(secret), door).toBe(false);
  }
  const back = JSON.stringify(await ben.enter(room.meeting));
  expect(back).toContain(`${secret} 2`);
  const answer = await ben.command(room.meeting, post(randomUUID(), `${secret} 3`));
  expect(answer).toMatchObject({ events: [{ kind: 'message.posted', sealed: `${secret} 3` }] });
});

test('P10 the reveal tells it at every door, without what was taken back, and retracting still takes it out', async () => {
  await does(room.members[0] ?? '', { kind: 'phase.start', item: writing, phase: 1, from: 0 });
  await until(() => expect(ana.events().at(-1)?.kind).toBe('phase.started'));
  const seen = await seenByAna();
  for (const door of ['frames', 'snapshot', 'older', 'minutes', 'state'])
    expect(seen[door], door).toContain(`${secret} 2`);
  const older = await readOlderTalk(server.house().db, room.meeting, 1_000, 100);
  expect(older.map(({ text, form, hidden }) => [text, form, hidden])).toEqual([
    [`${secret} 1`, 'silent-writing', undefined],
    [`${secret} 2`, 'silent-writing', undefined],
    [null, 'silent-writing', undefined],
    [`${secret} 3`, 'silent-writing', undefined],
  ]);

  await ben.command(room.meeting, { kind: 'message.retract', message: second });
  const log = JSON.stringify(await readEvents(server.house().db, room.meeting, 0, 1_000));
  expect([log.includes(`${secret} 1`), log.includes(`${secret} 2`)]).toEqual([true, false]);
  const again = JSON.stringify(await ana.enter(room.meeting, { after: 3 }));
  expect(again.includes(`${secret} 2`)).toBe(false);
});
