/** What a browser and the server say to each other about notes: types only. The rules (P30 …) stand in docs/protocol.md. */
import type { Refusal } from '../refusal.ts';

/** Updates `after + 1` to `seq` of one document, as one. An empty one only says how far the document has come. */
export type NoteFrame = {
  room: string;
  generation: string;
  after: number;
  seq: number;
  update: Uint8Array;
};

/** `vector`: what the browser has of the document, as a state vector; empty for nothing. */
export type OpenNotesRequest = { room: string; vector: Uint8Array };

/** What the browser lacks, and what the server has, so that the browser can send what the server lacks. */
export type NotesOpened = { generation: string; seq: number; update: Uint8Array; vector: Uint8Array };

/** One piece of an update; only the last piece is answered with a number, after the commit. */
export type NoteUpdateRequest = {
  room: string;
  piece: number;
  pieces: number;
  update: Uint8Array;
};

export type NotesWritten = { seq: number };

/** A place in the document as Yjs names it: an item, or the beginning or end of a node. */
export type NotePlace = {
  type?: { client: number; clock: number } | null;
  tname?: string | null;
  item?: { client: number; clock: number } | null;
  assoc?: number;
};

/** Where somebody is in the notes; null when they are not in them. `client` tells the tabs of one person apart. */
export type NoteCursor = { anchor: NotePlace; head: NotePlace } | null;
export type NoteAwareRequest = { room: string; client: number; cursor: NoteCursor };
export type NoteAwareNews = NoteAwareRequest & { person: string };

type Answer<Good> = (answer: Good | Refusal) => void;

export type NotesToServer = {
  'notes.open': (request: OpenNotesRequest, answer: Answer<NotesOpened>) => void;
  'notes.update': (request: NoteUpdateRequest, answer: Answer<NotesWritten>) => void;
  'notes.aware': (request: NoteAwareRequest) => void;
  'notes.close': (request: { room: string }, answer: Answer<{ left: true }>) => void;
};

export type NotesToClient = {
  'notes.frame': (frame: NoteFrame) => void;
  'notes.aware': (news: NoteAwareNews) => void;
};
