import { z } from 'zod';
import { MOST_NOTE_PIECES, NOTE_PIECE } from '#app/domain/notes/limits.ts';
import { cursorShape } from '../notes/cursor-shape.ts';
import { idSchema } from '../rooms/command-schema.ts';

/** The most bytes of a state vector: it grows with every tab that ever wrote. */
const MOST_VECTOR = 32 * 1024;

const bytes = (most: number) =>
  z.instanceof(Uint8Array).refine((given) => given.length <= most, { message: 'too many bytes' });

const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What a browser may send about notes, as it crosses the wire. */
export const notesShapes = {
  'notes.open': z.strictObject({ room: idSchema, vector: bytes(MOST_VECTOR) }),
  'notes.update': z.strictObject({
    room: idSchema,
    piece: z.number().int().min(0).max(MOST_NOTE_PIECES),
    pieces: z.number().int().min(1).max(MOST_NOTE_PIECES),
    update: bytes(NOTE_PIECE),
  }),
  'notes.aware': z.strictObject({
    room: idSchema,
    client: whole,
    cursor: cursorShape,
  }),
  'notes.close': z.strictObject({ room: idSchema }),
};
