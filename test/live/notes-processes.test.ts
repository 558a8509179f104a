// The notes of one meeting on several processes of one house.
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import type { LookoutTimes } from '#server/live/lookout.ts';
import { postgresWire } from '#server/processes/postgres-wire.ts';
import { redisWire } from '#server/processes/redis-wire.ts';
import type { Wire } from '#server/processes/wire.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { aWriter, type Writer } from '#test/harness/note-writers.ts';
import { addParagraph, bytesOf, wordsOf } from '#test/harness/notes.ts';
import { startRedis } from '#test/harness/redis.ts';
import { unlimited } from '#test/harness/unlimited.ts';
import { until } from '#test/harness/until.ts';

let servers: LiveServer[] = [];
let writers: Writer[] = [];
let room: MeetingRoom;

afterEach(async () => {
  for (const writer of writers) writer.close();
  for (const server of servers.reverse()) await server.close();
});

/** Three processes, and two members on each with the notes open. */
async function open(wire?: (url: string) => Wire, lookout?: LookoutTimes): Promise<void> {
  const options = { figures: unlimited, ...(wire ? { wire } : {}), ...(lookout ? { lookout } : {}) };
  const first = await startLiveServer(options);
  servers = [first];
  while (servers.length < 3) servers.push(await startLiveServer({ ...options, database: first.database }));
  room = await aMeetingRoom(first.house(), 6);
  writers = await Promise.all(
    room.members.map((person, index) => aWriter(servers[index % 3] ?? first, person, room.meeting)),
  );
  await until(() => expect(writers.map(({ link }) => link.get().standing)).toEqual(Array(6).fill('saved')));
}

const wires: [string, ((url: string) => Wire) | undefined][] = [
  ['word going over PostgreSQL', (url) => postgresWire(url, pino({ level: 'silent' }))],
  ['every word lost', undefined],
];

describe.each(wires)('with %s', (_name, wire) => {
  test('P31 everybody has everything, the same bytes, and nothing is later than 1.5 s after it was stored', async () => {
    await open(wire);
    for (let count = 0; count < 8; count += 1) {
      for (const [index, { link }] of writers.entries()) addParagraph(link.doc, `${index}-${count}`);
      await new Promise((resume) => setTimeout(resume, 20));
    }
    await until(() => expect(writers.every(({ link }) => link.get().standing === 'saved')).toBe(true));
    const stored = performance.now();
    await until(() => expect(new Set(writers.map(({ link }) => bytesOf(link.doc))).size).toBe(1));
    expect(performance.now() - stored).toBeLessThan(1_500);
    expect(wordsOf(writers[0]?.link.doc as never)).toHaveLength(48);
  });

  test('P33 who is removed by one process writes nothing on another', async () => {
    await open(wire);
    const [owner = '', personId = ''] = room.members;
    await removeMember(servers[0]?.house() as never, owner, { circleId: room.circle, personId });
    addParagraph((writers[1] as Writer).link.doc, 'let me');
    addParagraph((writers[0] as Writer).link.doc, 'among us');
    await until(() => expect(wordsOf((writers[2] as Writer).link.doc)).toEqual(['among us']));
    expect(wordsOf((writers[1] as Writer).link.doc)).not.toContain('among us');
  });

  test('P33 who is removed by one process hears nothing more of the notes on their own', async () => {
    await open(wire);
    const [owner = '', personId = ''] = room.members;
    const [, removed, , , beside] = writers as [Writer, Writer, Writer, Writer, Writer];
    const heard: number[] = [];
    removed.socket.on('notes.frame', ({ seq }) => heard.push(seq));
    await removeMember(servers[0]?.house() as never, owner, { circleId: room.circle, personId });
    addParagraph(beside.link.doc, 'among us');
    await until(() => expect(wordsOf((writers[2] as Writer).link.doc)).toEqual(['among us']));
    expect(heard).toEqual([]);
    expect(wordsOf(removed.link.doc)).toEqual([]);
  });
});

/** A house of its own on the same database, which nobody hears: what it cuts is cut nowhere. */
async function removeUnheard(owner: string, personId: string): Promise<void> {
  const [first] = servers;
  const unheard = await startLiveServer(first ? { database: first.database } : {});
  servers.push(unheard);
  await removeMember(unheard.house(), owner, { circleId: room.circle, personId });
}

describe('whoever left without our having heard of it', () => {
  const deaf = { logs: 1_000_000, rights: 1_000_000 };

  async function hearsNothing(wire?: (url: string) => Wire, before = () => {}): Promise<void> {
    await open(wire, deaf);
    const [owner = '', personId = ''] = room.members;
    const [author, removed, , , beside] = writers as [Writer, Writer, Writer, Writer, Writer];
    const heard: number[] = [];
    removed.socket.on('notes.frame', ({ seq }) => heard.push(seq));
    const cuts: unknown[] = [];
    removed.socket.on('cut', (cut) => cuts.push(cut));
    await removeUnheard(owner, personId);
    before();
    addParagraph(author.link.doc, 'among us');
    await until(() => expect(wordsOf(beside.link.doc)).toEqual(['among us']));
    await until(() => expect(cuts).toEqual([{ room: room.meeting }]));
    expect(heard).toEqual([]);
    expect(wordsOf(removed.link.doc)).toEqual([]);
  }

  test('P33 a frame of another process is not for them, over PostgreSQL', () =>
    hearsNothing((url) => postgresWire(url, pino({ level: 'silent' }))));

  test('P33 a frame of another process is not for them, over Redis', async () => {
    const redis = await startRedis();
    await hearsNothing(() => redisWire(redis.url, pino({ level: 'silent' }))).finally(() => redis.kill());
  });

  test('P33 nor when the room has left the memory meanwhile', () =>
    hearsNothing(
      (url) => postgresWire(url, pino({ level: 'silent' })),
      () => servers[1]?.house().rooms.forget(room.meeting),
    ));

  test('P33 nor is the word that there is something new', () => hearsNothing());
});

test('P32 what processes tell each other of notes is gone from the database when the notes come to rest', async () => {
  await open((url) => postgresWire(url, pino({ level: 'silent' })));
  const [writer] = writers as [Writer];
  const { db } = (servers[0] as LiveServer).house();
  const lying = async () => {
    const { rows } =
      await sql`select from socket_io_attachments where position('a secret word' in payload) > 0`.execute(db);
    return rows.length;
  };
  const { doc } = writer.link;
  // A process that has just started may take itself to be alone until it next says that it lives, and tells nobody.
  await until(async () => {
    addParagraph(doc, 'a secret word');
    expect(await lying()).toBeGreaterThan(0);
  });
  doc.transact(() => doc.getXmlFragment(NOTE_ROOT).delete(0, doc.getXmlFragment(NOTE_ROOT).length));
  // Notes are drawn together after 15 s at the earliest; by then nothing may lie about any more.
  await expect.poll(lying, { timeout: 14_000 }).toBe(0);
});
