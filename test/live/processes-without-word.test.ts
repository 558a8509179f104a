// Several processes of one house, on one database: what no word told them they find by looking.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { removeMember } from '#server/circles/remove-member.ts';
import { signOutEverywhere } from '#server/people/sign-out-everywhere.ts';
import { manyProcesses, never, words } from '#test/harness/many-processes.ts';
import { post } from '#test/harness/meeting-room.ts';
import { until } from '#test/harness/until.ts';

const { servers, open, lineAt, house } = manyProcesses();

describe('while no word gets through', () => {
  test('P15 nothing is missing, and everything is there after the next look at the log', async () => {
    const room = await open(2, { logs: 100, rights: never });
    const one = await lineAt(servers[0], room.members[0], { room: room.meeting });
    const two = await lineAt(servers[1], room.members[1], { room: room.meeting });
    const looks = countLooks(1, room.meeting);
    for (let index = 0; index < 20; index += 1) {
      await one.command(room.meeting, post(`${index}`));
      const before = looks();
      await until(() => expect(words(two)).toContain(`${index}`));
      // One look may have been under way when it was written; the next one has it.
      expect(looks() - before).toBeLessThanOrEqual(2);
    }
    expect(words(two)).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`));
  });

  test('P16 a removed member hears nothing that was said afterwards, though nobody told their process', async () => {
    const room = await open(2, { logs: 50, rights: never });
    const [ana, ben = ''] = room.members;
    const tab = await lineAt(servers[1], ben, { room: room.meeting });
    const cleo = await lineAt(servers[1], room.members[2], { room: room.meeting });
    await removeMember(house(0), ana ?? '', { circleId: room.circle, personId: ben });
    const said = [post('after they left'), post('and more')];
    for (const [index, command] of said.entries())
      await house(index).rooms.execute({ room: room.meeting, actor: ana ?? null, id: randomUUID(), command });
    await until(() => expect(words(cleo)).toEqual(['after they left', 'and more']));
    expect(words(tab)).toEqual([]);
    expect(tab.cuts).toEqual([{ room: room.meeting }]);
  });

  test('P16 nor when the room had left the memory of their process', async () => {
    const room = await open(2, { logs: 50, rights: never });
    const [ana, ben = ''] = room.members;
    const tab = await lineAt(servers[1], ben, { room: room.meeting });
    const cleo = await lineAt(servers[1], room.members[2], { room: room.meeting });
    house(1).rooms.forget(room.meeting);
    await removeMember(house(0), ana ?? '', { circleId: room.circle, personId: ben });
    const command = post('after they left');
    await house(0).rooms.execute({ room: room.meeting, actor: ana ?? null, id: randomUUID(), command });
    await until(() => expect(words(cleo)).toEqual(['after they left']));
    expect(words(tab)).toEqual([]);
    expect(tab.cuts).toEqual([{ room: room.meeting }]);
  });

  test('P16 a removed member and an ended sign-in are found by looking', async () => {
    const room = await open(2, { logs: never, rights: 100 });
    const [ana = '', ben = '', cleo = ''] = room.members;
    const removed = await lineAt(servers[1], ben, { room: room.meeting });
    const signedOut = await lineAt(servers[1], cleo, { room: room.meeting });
    const stays = await lineAt(servers[1], ana, { room: room.meeting });
    signedOut.socket.io.reconnection(false);
    await removeMember(house(0), ana, { circleId: room.circle, personId: ben });
    await signOutEverywhere(house(0), cleo);
    await until(() => expect(removed.cuts).toEqual([{ room: room.meeting }]));
    await until(() => expect(signedOut.cuts).toEqual([{ room: null }]));
    expect(stays.cuts).toEqual([]);
    expect(stays.socket.connected).toBe(true);
  });
});

/** How often a process has looked at a room's log. */
function countLooks(index: number, room: string): () => number {
  const { rooms } = house(index);
  const { follow } = rooms;
  let count = 0;
  rooms.follow = async (id, version) => {
    await follow(id, version);
    if (id === room) count += 1;
  };
  return () => count;
}
