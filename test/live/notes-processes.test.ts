// The notes of one meeting on several processes of one house.
import { pino } from 'pino';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { removeMember } from '#server/circles/remove-member.ts';
import { postgresWire } from '#server/processes/postgres-wire.ts';
import type { Wire } from '#server/processes/wire.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { aWriter, type Writer } from '#test/harness/note-writers.ts';
import { addParagraph, bytesOf, wordsOf } from '#test/harness/notes.ts';
import { unlimited } from '#test/harness/unlimited.ts';

let servers: LiveServer[] = [];
let writers: Writer[] = [];
let room: MeetingRoom;

afterEach(async () => {
  for (const writer of writers) writer.close();
  for (const server of servers.reverse()) await server.close();
});

const until = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000, interval: 20 });

/** Three processes, and two members on each with the notes open. */
async function open(wire?: (url: string) => Wire): Promise<void> {
  const options = { figures: unlimited, ...(wire ? { wire } : {}) };
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
