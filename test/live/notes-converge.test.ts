// Ten people write at once while lines drop, the server goes down and comes back, and what is stored is drawn together
// under their hands. In the end everybody and the database have the same bytes, with every word that was written in them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { readNotePieces } from '#db/note.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { aWord, aWriter, type Writer } from '#test/harness/note-writers.ts';
import { addParagraph, bytesOf, wordsOf } from '#test/harness/notes.ts';
import { unlimited } from '#test/harness/unlimited.ts';
import { until } from '#test/harness/until.ts';

const STEPS = 400;
let server: LiveServer;

beforeAll(async () => {
  server = await startLiveServer({ figures: unlimited });
});
afterAll(() => server.close());

/** Small and repeatable (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One step of somebody: mostly words, sometimes inside what another one wrote, sometimes something is taken out. */
function step(random: (below: number) => number, writer: Writer, mine: Set<string>): void {
  const { doc } = writer.link;
  const root = doc.getXmlFragment(NOTE_ROOT);
  const what = random(12);
  if (what === 0) writer.unplug();
  else if (what < 3 && root.length > 3) {
    const words = wordsOf(doc);
    const at = words.findIndex((word) => mine.has(word));
    if (at < 0) return;
    mine.delete(words[at] ?? '');
    root.delete(at, 1);
  } else {
    const word = aWord();
    mine.add(word);
    addParagraph(doc, word);
  }
}

test.each([11, 2_026])('P30 P31 P35 ten writers converge, seed %i', { timeout: 120_000 }, async (seed) => {
  const random = randomFrom(seed);
  const room: MeetingRoom = await aMeetingRoom(server.house(), 10);
  const writers = await Promise.all(room.members.map((person) => aWriter(server, person, room.meeting)));
  const mine = writers.map(() => new Set<string>());
  await until(() => expect(writers.every(({ link }) => link.get().standing === 'saved')).toBe(true));

  for (let count = 0; count < STEPS; count += 1) {
    const who = random(10);
    step(random, writers[who] as Writer, mine[who] as Set<string>);
    if (count % 150 === 100) {
      await server.stop();
      await server.start();
    } else if (random(10) === 0)
      await server
        .house()
        .notes.compact(room.meeting)
        .catch(() => {});
    else await new Promise((resume) => setTimeout(resume, random(8)));
  }

  await until(() => expect(writers.map(({ link }) => link.get().standing)).toEqual(Array(10).fill('saved')));
  const stored = new Y.Doc();
  for (const { bytes } of await readNotePieces(server.house().db, room.meeting, 0))
    Y.applyUpdate(stored, bytes);
  await until(() => {
    for (const { link } of writers) expect(bytesOf(link.doc)).toBe(bytesOf(stored));
  });
  expect(wordsOf(stored).sort()).toEqual(mine.flatMap((words) => [...words]).sort());
  expect(writers.every(({ storage }) => storage.pieces.size === 0)).toBe(true);
  for (const writer of writers) writer.close();
});
