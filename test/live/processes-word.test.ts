// Several processes of one house, on one database: for their members they are one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskEvent } from '#app/domain/meeting/mask.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { signOutEverywhere } from '#server/people/sign-out-everywhere.ts';
import { byPostgres, byRedis, manyProcesses, never, soon, words } from '#test/harness/many-processes.ts';
import { post } from '#test/harness/meeting-room.ts';
import { startRedis, type TestRedis } from '#test/harness/redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.kill());

const { servers, open, lineAt, house, log, heardByAll } = manyProcesses();

const wires = [
  ['PostgreSQL', byPostgres],
  ['Redis', byRedis(() => redis)],
] as const;

describe.each(wires)('with word going over %s alone', (_name, wire) => {
  const deaf = { logs: never, rights: never };

  test('P2 P15 members on three processes see one order, each event once', async () => {
    const room = await open(3, deaf, wire);
    const three = await Promise.all(
      servers.map((server, index) => lineAt(server, room.members[index], { room: room.meeting })),
    );
    const [first, second, third] = three;
    await heardByAll(three, room);
    const texts = Array.from({ length: 90 }, (_, index) => `${index}`);
    await Promise.all(texts.map((text, index) => three[index % 3]?.command(room.meeting, post(text))));
    await soon(() => {
      for (const line of three)
        expect(words(line).filter((text) => text?.length && text !== 'first')).toHaveLength(90);
    });
    const truth = (await log(room)).map(maskEvent);
    for (const line of [first, second, third])
      expect(line?.events()).toEqual(truth.slice(truth.length - (line?.events().length ?? 0)));
  });

  test('P16 removing a member cuts them on every process at once', async () => {
    const room = await open(3, deaf, wire);
    const ben = room.members[1] ?? '';
    const tabs = await Promise.all(servers.map((server) => lineAt(server, ben, { room: room.meeting })));
    await heardByAll(tabs, room);
    await removeMember(house(0), room.members[0] ?? '', { circleId: room.circle, personId: ben });
    for (const tab of tabs) await soon(() => expect(tab.cuts).toEqual([{ room: room.meeting }]));
    for (const tab of tabs) expect(await tab.enter(room.meeting)).toMatchObject({ refused: 'not-found' });
  });

  test('P16 signing out everywhere ends every line on every process', async () => {
    const room = await open(2, deaf, wire);
    const ben = room.members[1] ?? '';
    const tabs = await Promise.all(servers.map((server) => lineAt(server, ben, { room: room.meeting })));
    await heardByAll(tabs, room);
    for (const tab of tabs) tab.socket.io.reconnection(false);
    await signOutEverywhere(house(0), ben);
    for (const tab of tabs) await soon(() => expect(tab.cuts).toEqual([{ room: null }]));
  });

  test('P13 who sits and who types is seen on every process', async () => {
    const room = await open(2, deaf, wire);
    const [ana = '', ben = ''] = room.members;
    const at = { room: room.meeting, seat: true };
    const one = await lineAt(servers[0], ana, at);
    const two = await lineAt(servers[1], ben, at);
    for (const line of [one, two])
      await soon(() => expect([...(line.presences.at(-1)?.here ?? [])].sort()).toEqual([ana, ben].sort()));
    one.socket.emit('typing', { room: room.meeting, on: true });
    await soon(() => expect(two.presences.at(-1)?.typing).toEqual([ana]));
    one.close();
    await soon(() => expect(two.presences.at(-1)?.here).toEqual([ben]));
  });
});
