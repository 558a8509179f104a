import type { z } from 'zod';
import type { House } from '../house.ts';

/**
 * Something done later, and again until it is done. Each lives in a file of its own, with its type written out
 * (`export const x: Job<typeof schema> = …`), and stands in `job-list.ts`.
 */
export type Job<Schema extends z.ZodType> = {
  /** What the payload must look like when it comes back from the database; the clock adds a `_cron` of its own. */
  schema: Schema;
  /** Does it. May be run twice when a process dies at the wrong moment; `job.id` is the same both times. */
  run: (house: House, payload: z.output<Schema>, job: { id: string }) => Promise<void>;
};
