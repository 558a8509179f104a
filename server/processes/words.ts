import { z } from 'zod';
import type { UnreadNews } from '#app/domain/meeting/protocol.ts';
import type { NoteAwareNews, NoteFrame } from '#app/domain/notes/wire.ts';
import type { Cut } from '../house.ts';
import { cursorShape } from '../notes/cursor-shape.ts';

const id = z.uuid();

/**
 * What processes of one house say to each other: ids and numbers, and what was written into notes; all of it may be lost.
 * A newer process may say more than we know of.
 */
export const wordSchema = z.object({
  /** Logs that have moved on, with their versions. */
  versions: z.array(z.tuple([id, z.number().int().min(1)])).default([]),
  /** Rooms in which others sit now than before. */
  seats: z.array(id).default([]),
  typing: z.array(z.object({ room: id, person: id, on: z.boolean() })).default([]),
  /** What is new to whom has changed: for all devices of a person. */
  unread: z
    .array(z.object({ person: id, room: id, version: z.number().int().min(0).nullable() }))
    .default([]),
  /** Where people are in notes. */
  aware: z
    .array(z.object({ room: id, person: id, client: z.number().int().min(0), cursor: cursorShape }))
    .default([]),
  /** Frames of notes, each with how often somebody had left the circle when it was stored. */
  notes: z
    .array(
      z.object({
        frame: z.object({
          room: id,
          generation: id,
          after: z.number().int().min(0),
          seq: z.number().int().min(1),
          update: z.instanceof(Uint8Array),
        }),
        departures: z.number().int().min(0),
      }),
    )
    .default([]),
  /** Whose connections to cut. */
  cuts: z
    .array(
      z.union([
        z.strictObject({ session: z.string().max(100) }),
        z.strictObject({ person: id }),
        z.strictObject({ person: id, circle: id }),
      ]),
    )
    .default([]),
});

export type Word = {
  versions?: [string, number][];
  seats?: string[];
  typing?: Typing[];
  unread?: UnreadElsewhere[];
  aware?: NoteAwareNews[];
  notes?: NotesElsewhere[];
  cuts?: Cut[];
};
export type NotesElsewhere = { frame: NoteFrame; departures: number };
export type Typing = { room: string; person: string; on: boolean };
export type UnreadElsewhere = UnreadNews & { person: string };
