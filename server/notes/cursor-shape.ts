import { z } from 'zod';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';

const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const item = z.strictObject({ client: whole, clock: whole }).nullish();
/** A place in the document, as Yjs writes it. One that is nowhere would break the editor of whoever looks for it. */
const place = z
  .strictObject({
    type: item,
    tname: z.literal(NOTE_ROOT).nullish(),
    item,
    assoc: z.number().int().min(-1).max(1).optional(),
  })
  .refine(({ type, tname, item }) => type ?? tname ?? item, { message: 'This place is nowhere.' });

/** Where somebody is in the notes, as it crosses the wire; null when they are not in them. */
export const cursorShape = z.strictObject({ anchor: place, head: place }).nullable();
