// Several processes of one house, on one database: who sits at one of them is in the room for all.
import { describe, expect, test } from 'vitest';
import { byPostgres, manyProcesses, never } from '#test/harness/many-processes.ts';
import type { MeetingRoom } from '#test/harness/meeting-room.ts';
import { until } from '#test/harness/until.ts';

const { servers, open, lineAt, log } = manyProcesses();

describe('attendance', () => {
  const left = async (room: MeetingRoom, person: string) =>
    (await log(room)).filter((event) => event.kind === 'attendance.left' && event.person === person);

  test.each([
    ['with word', byPostgres],
    ['without', undefined],
  ])('P13 %s somebody who sits at another process has not left', async (_name, wire) => {
    const room = await open(2, { logs: 50, rights: never }, wire);
    const [ana = '', ben = ''] = room.members;
    const at = { room: room.meeting, seat: true };
    const there = await lineAt(servers[0], ana, at);
    const [one, two] = [await lineAt(servers[1], ana, at), await lineAt(servers[1], ben, at)];
    one.close();
    two.close();
    // By the time ben has left, ana's grace at the second process is over as well.
    await until(async () => expect(await left(room, ben)).toHaveLength(1));
    expect(await left(room, ana)).toEqual([]);
    there.close();
    await until(async () => expect(await left(room, ana)).toHaveLength(1));
  });

  test('P13 when a process ends, its people may come back to another; whoever does not has left', async () => {
    const room = await open(2, { logs: 50, rights: never }, byPostgres);
    const [ana = '', ben = ''] = room.members;
    const at = { room: room.meeting, seat: true };
    for (const person of [ana, ben]) await lineAt(servers[0], person, at);
    await until(async () => expect((await log(room)).at(-1)).toMatchObject({ kind: 'attendance.arrived' }));
    const [gone] = servers;
    await gone?.stop();
    servers.push(...servers.splice(0, 1));
    await lineAt(servers[0], ana, at);
    await until(async () => expect(await left(room, ben)).toHaveLength(1));
    expect(await left(room, ana)).toEqual([]);
  });
});
