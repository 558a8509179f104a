// What members hear of each other while they are in the room.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { fold } from '#app/domain/meeting/fold.ts';
import { type Acknowledged, PROTOCOL } from '#app/domain/meeting/protocol.ts';
import { readEvents } from '#db/room-log.ts';
import { holdRoom } from '#test/harness/held-room.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom, post } from '#test/harness/meeting-room.ts';
import { until } from '#test/harness/until.ts';
import { untilArrived } from '#test/harness/until-arrived.ts';

const server: LiveServer = await startLiveServer();
const lines: Line[] = [];
let room: MeetingRoom;
let ana: Line;
let ben: Line;

async function lineOf(person = ''): Promise<Line> {
  const line = await openLine(server.origin, { cookie: (await server.signIn(person)).cookie });
  lines.push(line);
  return line;
}
const heard = (line: Line) =>
  line.events().flatMap((event) => (event.kind === 'message.posted' ? [event.text] : []));

beforeEach(async () => {
  for (const line of lines.splice(0)) line.close();
  room = await aMeetingRoom(server.house(), 3);
  ana = await lineOf(room.members[0]);
  ben = await lineOf(room.members[1]);
  for (const line of [ana, ben]) await line.enter(room.meeting);
  await untilArrived(server.house(), room.meeting, room.members.slice(0, 2));
});
afterAll(async () => {
  for (const line of lines) line.close();
  await server.close();
});

describe('talk', () => {
  test('a line arrives at everybody within a second, the sender included, before the acknowledgement (P6)', async () => {
    const started = performance.now();
    const acknowledged = (await ana.command(room.meeting, post('hello'))) as Acknowledged;
    expect(heard(ana)).toEqual(['hello']);
    await until(() => expect(heard(ben)).toEqual(['hello']));
    expect(performance.now() - started).toBeLessThan(1_000);
    const event = ben.events().find(({ kind }) => kind === 'message.posted');
    expect(event).toMatchObject({ version: acknowledged.version, actor: room.members[0] });
  });

  test('many lines of both arrive everywhere in the one order of the log, each once (P2)', async () => {
    const said = Array.from({ length: 60 }, (_, index) => `${index}`);
    await Promise.all(said.map((text, index) => (index % 2 ? ana : ben).command(room.meeting, post(text))));
    await until(() => expect(heard(ben)).toHaveLength(60));
    expect(heard(ana)).toEqual(heard(ben));
    expect([...heard(ana)].sort()).toEqual([...said].sort());
    const versions = ben.events().map(({ version }) => version);
    expect(versions).toEqual(versions.map((_, index) => (versions[0] ?? 0) + index));
  });

  test('a refusal is told to its sender alone (P5)', async () => {
    await ana.command(room.meeting, post('before'));
    await until(() => expect(heard(ben)).toEqual(['before']));
    const before = ben.events().length;
    expect(await ben.command(room.meeting, { kind: 'meeting.start' })).toMatchObject({
      refused: 'not-leading',
    });
    await ana.command(room.meeting, post('after'));
    await until(() => expect(ben.events().length).toBeGreaterThan(before));
    expect(
      ben
        .events()
        .slice(before)
        .map(({ kind }) => kind),
    ).toEqual(['message.posted']);
  });
});

describe('entering', () => {
  test('P7 without a version gives a snapshot, with one the events after it, and both come to the same', async () => {
    for (const text of ['one', 'two', 'three']) await ana.command(room.meeting, post(text));
    const house = server.house();
    const log = await readEvents(house.db, room.meeting, 0, 1_000);
    const cleo = await lineOf(room.members[2]);

    const fresh = await cleo.enter(room.meeting, { seat: false });
    expect(fresh).toMatchObject({ version: log.length, snapshot: { version: log.length } });
    const back = await cleo.enter(room.meeting, { seat: false, after: 4 });
    expect(back).toMatchObject({ version: log.length, events: log.slice(4) });
    if (!('snapshot' in fresh && 'events' in back)) throw new Error('neither');
    expect(fold(back.events, fold(log.slice(0, 4)))).toEqual(fresh.snapshot);
  });

  test('P7 a version the log does not know, or too far behind, gives a snapshot', async () => {
    const house = server.house();
    expect(await ana.enter(room.meeting, { after: 1_000_000 })).toHaveProperty('snapshot');
    const actor = room.members[0] ?? '';
    const many = Array.from({ length: 510 }, (_, index) =>
      house.rooms.execute({ room: room.meeting, actor, id: randomUUID(), command: post(`${index}`) }),
    );
    await Promise.all(many);
    expect(await ana.enter(room.meeting, { after: 3 })).toHaveProperty('snapshot');
    expect(await ana.enter(room.meeting, { after: 400 })).toHaveProperty('events');
  });

  test('P7 P8 what happens while somebody enters is missing nowhere', async () => {
    const writing = Array.from({ length: 40 }, (_, index) => ana.command(room.meeting, post(`${index}`)));
    const cleo = await lineOf(room.members[2]);
    const entered = await cleo.enter(room.meeting);
    await Promise.all(writing);
    if (!('snapshot' in entered)) throw new Error('no snapshot');
    await until(() => {
      const known = entered.snapshot.messages.map(({ text }) => text);
      const later = cleo.events().filter(({ version }) => version > entered.version);
      const all = [
        ...known,
        ...later.flatMap((event) => (event.kind === 'message.posted' ? [event.text] : [])),
      ];
      expect(all).toEqual(Array.from({ length: 40 }, (_, index) => `${index}`));
    });
  });

  test('P12 a page of another protocol is asked to load again', async () => {
    const answer = await ana.enter(room.meeting, { protocol: PROTOCOL + 1 });
    expect(answer).toMatchObject({ refused: 'out-of-date', message: expect.stringContaining('reload') });
  });

  test('tells who belongs to the circle, by name', async () => {
    const answer = await ana.enter(room.meeting);
    expect(answer).toMatchObject({ people: room.members.map((id) => ({ id, name: expect.any(String) })) });
  });

  test('one line sits in five rooms at most', async () => {
    const house = server.house();
    const more = await Promise.all(Array.from({ length: 5 }, () => aMeetingRoom(house, 1)));
    const me = more[0]?.members[0] ?? '';
    for (const one of more.slice(1)) {
      const seat = { id: randomUUID(), circle_id: one.circle, person_id: me, seat: 9 };
      await house.db.insertInto('membership').values(seat).execute();
    }
    const line = await lineOf(me);
    for (const one of more) expect(await line.enter(one.meeting)).toHaveProperty('version');
    const sixth = await aMeetingRoom(house, 1);
    expect(await line.enter(sixth.meeting)).toMatchObject({ refused: 'limit-reached' });
    await line.send('leave', { room: more[0]?.meeting });
    expect(await line.enter(sixth.meeting)).toMatchObject({ refused: 'not-found' });
  });
});

describe('P10 votes before voting closes', () => {
  test('cross no wire but their owner’s', async () => {
    const item = randomUUID();
    const draft = { title: 'Vendor risk', itemKind: 'topic', minutes: 10, bringer: null, help: '' } as const;
    await ana.command(room.meeting, { kind: 'item.propose', item, ...draft });
    const wire: string[] = [];
    ben.socket.io.engine.on('data', (data) => wire.push(String(data)));
    const answer = (await ana.command(room.meeting, { kind: 'vote.cast', item, dots: 2 })) as Acknowledged;
    expect(answer.events).toMatchObject([{ kind: 'vote.cast', item, dots: 2 }]);

    await until(() =>
      expect(ben.events().find(({ kind }) => kind === 'vote.cast')).toMatchObject({ item: null, dots: null }),
    );
    const cleo = await lineOf(room.members[2]);
    const others = [await cleo.enter(room.meeting), await cleo.enter(room.meeting, { after: 0 }), ...wire];
    expect(wire.join()).toContain('vote.cast');
    expect(JSON.stringify(others)).not.toMatch(/"dots":\s*[1-9]/);
    expect(ben.events().find(({ kind }) => kind === 'vote.cast')?.version).toBe(answer.version);

    const own = await ana.enter(room.meeting, { after: answer.version - 1 });
    if (!('events' in own)) throw new Error('no events');
    expect(own.events[0]).toMatchObject({ kind: 'vote.cast', item, dots: 2 });
  });
});

describe('P13 presence and typing', () => {
  test('tell who sits and who types, and stop by themselves', async () => {
    await until(() =>
      expect([...(ana.presences.at(-1)?.here ?? [])].sort()).toEqual(room.members.slice(0, 2).sort()),
    );
    ben.socket.emit('typing', { room: room.meeting, on: true });
    await until(() => expect(ana.presences.at(-1)?.typing).toEqual([room.members[1]]));
    await until(() => expect(ana.presences.at(-1)?.typing).toEqual([]));
    ben.close();
    await until(() => expect(ana.presences.at(-1)?.here).toEqual([room.members[0]]));
    const log = await readEvents(server.house().db, room.meeting, 0, 1_000);
    expect(log.some(({ kind }) => /typing|presence/.test(kind))).toBe(false);
  });

  test('whoever only reads is not here', async () => {
    const cleo = await lineOf(room.members[2]);
    await cleo.enter(room.meeting, { seat: false });
    await until(() => expect(cleo.presences.at(-1)?.here).toHaveLength(2));
    expect(cleo.presences.flatMap(({ here }) => here)).not.toContain(room.members[2]);
    await ana.command(room.meeting, post('who reads?'));
    await until(() => expect(heard(cleo)).toEqual(['who reads?']));
  });

  test('a line that breaks while it enters leaves nobody sitting', async () => {
    const cleo = await lineOf(room.members[2]);
    const held = holdRoom(server.house(), room.meeting);
    cleo.socket.emit('enter', { protocol: PROTOCOL, room: room.meeting, after: null, seat: true }, () => {});
    await held.reached;
    const sockets = () => server.lines();
    const before = sockets();
    cleo.close();
    await until(() => expect(sockets()).toBe(before - 1));
    held.release();
    const told = ana.presences.length;
    await ana.enter(room.meeting);
    await until(() => expect(ana.presences.length).toBeGreaterThan(told));
    expect([...(ana.presences.at(-1)?.here ?? [])].sort()).toEqual(room.members.slice(0, 2).sort());
  });
});
