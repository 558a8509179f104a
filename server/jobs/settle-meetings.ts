import { z } from 'zod';
import { settleAll } from '../meetings/settle-all.ts';
import type { Job } from './job.ts';

const schema = z.object({});

/** What a crash left undone between the rows of meetings and their logs is done now. */
export const settleMeetings: Job<typeof schema> = {
  schema,
  run: (house) => settleAll(house),
};
