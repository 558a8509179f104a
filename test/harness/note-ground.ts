// Notes that several people write, on a real server with a fresh meeting for every test of a file.
import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { asWritten } from '#app/domain/notes/as-written.ts';
import { readNotePieces } from '#db/note.ts';
import { until } from '#test/harness/until.ts';
import { type Line, openLine } from './line.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';
import { aMeetingRoom, type MeetingRoom } from './meeting-room.ts';
import { aStorage, aWriter, type Writer } from './note-writers.ts';
import { addParagraph, wordsOf } from './notes.ts';
import { unlimited } from './unlimited.ts';

export type NoteGround = {
  readonly server: LiveServer;
  /** This test's meeting, of four people. */
  readonly room: MeetingRoom;
  /** A page of the person in this place, with the notes open and saved. */
  writer: (index?: number, storage?: Writer['storage']) => Promise<Writer>;
  /** A line of the person in this place, without a page. */
  lineOf: (index: number) => Promise<Line>;
  /** The pieces of the notes as the database holds them, and the document they make. */
  stored: () => ReturnType<typeof readNotePieces>;
  storedDocument: () => Promise<Y.Doc>;
};

/** Called once at the top of a test file. Pages are closed with the test that opened them. */
export function openNoteGround(): NoteGround {
  let server: LiveServer;
  let room: MeetingRoom;
  beforeAll(async () => {
    server = await startLiveServer({ figures: unlimited });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    room = await aMeetingRoom(server.house(), 4);
  });

  const person = (index: number) => room.members[index] ?? '';
  const stored = () => readNotePieces(server.house().db, room.meeting, 0);
  return {
    get server() {
      return server;
    },
    get room() {
      return room;
    },
    async writer(index = 0, storage = aStorage()) {
      const one = await aWriter(server, person(index), room.meeting, storage);
      onTestFinished(() => one.close());
      await until(() => expect(standing(one)).toBe('saved'));
      return one;
    },
    lineOf: async (index) => openLine(server.origin, { cookie: (await server.signIn(person(index))).cookie }),
    stored,
    async storedDocument() {
      const doc = asWritten(new Y.Doc());
      for (const { bytes } of await stored()) Y.applyUpdate(doc, bytes);
      return doc;
    },
  };
}

/** Adds a paragraph on a writer's page. */
export const say = ({ link }: Writer, words: string) => addParagraph(link.doc, words);
/** The paragraphs on a writer's page. */
export const said = ({ link }: Writer) => wordsOf(link.doc);
/** What a writer's page says of its words: saved, or not yet. */
export const standing = ({ link }: Writer) => link.get().standing;
