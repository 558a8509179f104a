import { z } from 'zod';
import { commandSchema, idSchema } from '../rooms/command-schema.ts';
import { notesShapes } from './notes-shapes.ts';

/** Everything a browser may send, as it crosses the wire: the registry of socket doors. */
export const socketDoors = {
  enter: z.strictObject({
    protocol: z.number().int(),
    room: idSchema,
    after: z.number().int().min(0).nullable(),
    seat: z.boolean(),
  }),
  leave: z.strictObject({ room: idSchema }),
  command: z.strictObject({ room: idSchema, id: idSchema, command: commandSchema }),
  read: z.strictObject({ room: idSchema, version: z.number().int().min(1) }),
  typing: z.strictObject({ room: idSchema, on: z.boolean() }),
  clock: z.strictObject({}),
  ...notesShapes,
};
