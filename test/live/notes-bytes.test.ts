// How much of notes, and how many that are none, one person may send in a while, at the edge.
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom } from '#test/harness/meeting-room.ts';
import { aWriter } from '#test/harness/note-writers.ts';
import { addParagraph, wordsOf } from '#test/harness/notes.ts';
import { unlimited } from '#test/harness/unlimited.ts';
import { until } from '#test/harness/until.ts';

const points = 10_000;
let server: LiveServer;

beforeAll(async () => {
  server = await startLiveServer({
    figures: {
      ...unlimited,
      'notes-bytes': { points, seconds: 3, shared: false },
      'notes-bad': { points: 2, seconds: 60, shared: false },
    },
  });
});
afterAll(() => server.close());

test('P34 up to the last byte of the measure it is taken in, one more waits; others are not held up', async () => {
  const { meeting: room, members } = await aMeetingRoom(server.house(), 2);
  const lines = await Promise.all(
    members.map(async (person) => openLine(server.origin, await server.signIn(person))),
  );
  for (const line of lines) {
    await line.enter(room);
    await line.send('notes.open', { room, vector: new Uint8Array() });
  }
  const piece = (line: number, number: number, length: number) =>
    lines[line]?.send('notes.update', { room, piece: number, pieces: 9, update: new Uint8Array(length) });
  expect(await piece(0, 0, points - 1)).toEqual({ seq: 0 });
  expect(await piece(0, 1, 1)).toEqual({ seq: 0 });
  expect(await piece(0, 2, 1)).toMatchObject({ refused: 'slow-down', retryMs: expect.any(Number) });
  expect(await piece(1, 0, points)).toEqual({ seq: 0 });
  for (const line of lines) line.close();
});

test('P34 P35 whoever writes more waits, and loses nothing', async () => {
  const { meeting: room, members } = await aMeetingRoom(server.house(), 2);
  const [ana, ben] = await Promise.all(members.map((person) => aWriter(server, person, room)));
  if (!ana || !ben) throw new Error('Two are there.');
  const long = ['a', 'b', 'c'].map((letter) => letter.repeat(points / 2));
  for (const words of long) {
    await until(() => expect(ana.link.get().standing).toBe('saved'));
    addParagraph(ana.link.doc, words);
  }
  await until(() => expect(wordsOf(ben.link.doc)).toEqual(long));
  for (const writer of [ana, ben]) writer.close();
});

test('P34 whoever sends what is no notes again and again waits; good ones do not count', async () => {
  const { meeting: room, members } = await aMeetingRoom(server.house(), 1);
  const line = await openLine(server.origin, await server.signIn(members[0] ?? ''));
  await line.enter(room);
  await line.send('notes.open', { room, vector: new Uint8Array() });
  const send = (update: Uint8Array) => line.send('notes.update', { room, piece: 0, pieces: 1, update });
  const doc = new Y.Doc();
  for (let seq = 1; seq <= 4; seq += 1) expect(await send(addParagraph(doc, 'good'))).toEqual({ seq });
  const bad = Uint8Array.of(1, 2, 3);
  for (let tries = 0; tries < 2; tries += 1) expect(await send(bad)).toMatchObject({ refused: 'bad-input' });
  expect(await send(bad)).toMatchObject({ refused: 'slow-down', retryMs: expect.any(Number) });
  line.close();
});
