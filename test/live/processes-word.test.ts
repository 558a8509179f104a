// Several processes of one house, on one database: for their members they are one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskEvent } from '#app/domain/meeting/mask.ts';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { signOutEverywhere } from '#server/people/sign-out-everywhere.ts';
import { byPostgres, byRedis, manyProcesses, never, words } from '#test/harness/many-processes.ts';
import { post } from '#test/harness/meeting-room.ts';
import { startRedis, type TestRedis } from '#test/harness/redis.ts';
import { until } from '#test/harness/until.ts';

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
    await until(() => {
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
    for (const tab of tabs) await until(() => expect(tab.cuts).toEqual([{ room: room.meeting }]));
    for (const tab of tabs) expect(await tab.enter(room.meeting)).toMatchObject({ refused: 'not-found' });
  });

  test('P16 signing out everywhere ends every line on every process', async () => {
    const room = await open(2, deaf, wire);
    const ben = room.members[1] ?? '';
    const tabs = await Promise.all(servers.map((server) => lineAt(server, ben, { room: room.meeting })));
    await heardByAll(tabs, room);
    for (const tab of tabs) tab.socket.io.reconnection(false);
    await signOutEverywhere(house(0), ben);
    for (const tab of tabs) await until(() => expect(tab.cuts).toEqual([{ room: null }]));
  });

  test('P13 who sits and who types is seen on every process', async () => {
    const room = await open(2, deaf, wire);
    const [ana = '', ben = ''] = room.members;
    const at = { room: room.meeting, seat: true };
    const one = await lineAt(servers[0], ana, at);
    const two = await lineAt(servers[1], ben, at);
    for (const line of [one, two])
      await until(() => expect([...(line.presences.at(-1)?.here ?? [])].sort()).toEqual([ana, ben].sort()));
    one.socket.emit('typing', { room: room.meeting, on: true });
    await until(() => expect(two.presences.at(-1)?.typing).toEqual([ana]));
    one.close();
    await until(() => expect(two.presences.at(-1)?.here).toEqual([ben]));
  });

  test('K10 what somebody has read is read on their devices on every process', async () => {
    const room = await open(2, deaf, wire);
    const [ana = '', ben = ''] = room.members;
    const [phone, laptop, other] = await Promise.all([
      lineAt(servers[0], ana, { room: room.meeting }),
      lineAt(servers[1], ana, { room: room.meeting }),
      lineAt(servers[1], ben, { room: room.meeting }),
    ]);
    await heardByAll([phone, laptop, other], room);
    await phone.send('read', { room: room.meeting, version: 2 });
    const read = [{ room: room.meeting, version: 2 }];
    for (const line of [phone, laptop]) await until(() => expect(line.unread).toEqual(read));
    expect(other.unread).toEqual([]);
  });

  test('P36 a cursor in the notes is seen on every process, and by nobody who has not opened them', async () => {
    const room = await open(2, deaf, wire);
    const [ana = '', ben = '', cem = ''] = room.members;
    const [one, two, beside] = await Promise.all([
      lineAt(servers[0], ana, { room: room.meeting }),
      lineAt(servers[1], ben, { room: room.meeting }),
      lineAt(servers[1], cem, { room: room.meeting }),
    ]);
    await heardByAll([one, two, beside], room);
    const seen = { two: [] as unknown[], beside: [] as unknown[] };
    two.socket.on('notes.aware', (news) => seen.two.push(news));
    beside.socket.on('notes.aware', (news) => seen.beside.push(news));
    for (const line of [one, two])
      await line.send('notes.open', { room: room.meeting, vector: new Uint8Array() });
    const place = { tname: NOTE_ROOT, assoc: 0 };
    const cursor = { anchor: place, head: place };
    await one.send('notes.aware', { room: room.meeting, client: 7, cursor });
    await until(() => expect(seen.two).toEqual([{ room: room.meeting, person: ana, client: 7, cursor }]));
    expect(seen.beside).toEqual([]);
  });
});
