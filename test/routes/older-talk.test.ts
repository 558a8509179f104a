// Older talk of a room: what its page fetches when somebody reads back.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { signedIn } from '#test/harness/circles.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import type { Visitor } from '#test/harness/visitor.ts';

let rondo: TestServer;
let room: MeetingRoom;
let ana: Visitor;

beforeAll(async () => {
  rondo = await startTestServer();
  room = await aMeetingRoom(rondo.house, 1);
  ana = await signedIn(rondo, room.members[0] ?? '');
});
afterAll(() => rondo.close());

const post = (text: string, message: string): MemberCommand => ({ kind: 'message.post', message, text });

describe('older talk', () => {
  test('comes a page at a time, as it is now, and says whether there is more', async () => {
    const long = await aMeetingRoom(rondo.house, 2);
    const [lead = '', ben = ''] = long.members;
    const ids = Array.from({ length: 120 }, () => randomUUID());
    for (const [index, id] of ids.entries())
      await ask(rondo.house, long.meeting, lead, post(`line ${index}`, id));
    const [first = '', second = ''] = ids;
    await ask(rondo.house, long.meeting, lead, { kind: 'message.edit', message: first, text: 'changed' });
    await ask(rondo.house, long.meeting, lead, { kind: 'message.retract', message: second });
    const visitor = await signedIn(rondo, ben);
    const read = async (before: number) => {
      const answer = await visitor.get(`/meetings/${long.meeting}/talk?before=${before}`);
      return JSON.parse(answer.body) as {
        lines: { text: string | null; version: number }[];
        isMore: boolean;
      };
    };
    const newest = await read(1_000);
    expect(newest).toMatchObject({ isMore: true });
    expect(newest.lines).toHaveLength(100);
    expect(newest.lines.at(-1)).toMatchObject({ text: 'line 119' });
    const rest = await read(newest.lines[0]?.version ?? 0);
    expect(rest.isMore).toBe(false);
    expect(rest.lines.slice(0, 3).map(({ text }) => text)).toEqual(['changed', null, 'line 2']);
    const state = await rondo.house.rooms.state(long.meeting);
    expect([...rest.lines, ...newest.lines]).toEqual(state?.messages);
  });

  test.each(['', 'abc', '0', '-1', '1e99'])('a place that is none is refused: %j', async (before) => {
    const answer = await ana.get(`/meetings/${room.meeting}/talk?before=${before}`);
    expect(answer.status).toBe(400);
  });
});
