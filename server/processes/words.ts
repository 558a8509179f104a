import { z } from 'zod';
import type { Cut } from '../house.ts';

const id = z.uuid();

/**
 * What processes of one house say to each other: ids and numbers only, and all of it may be lost. A newer process may say
 * more than we know of.
 */
export const wordSchema = z.object({
  /** Logs that have moved on, with their versions. */
  versions: z.array(z.tuple([id, z.number().int().min(1)])).default([]),
  /** Rooms in which others sit now than before. */
  seats: z.array(id).default([]),
  typing: z.array(z.object({ room: id, person: id, on: z.boolean() })).default([]),
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

export type Word = { versions?: [string, number][]; seats?: string[]; typing?: Typing[]; cuts?: Cut[] };
export type Typing = { room: string; person: string; on: boolean };
