import { z } from 'zod';
import { carryOver } from '../meetings/carry-over.ts';
import type { Job } from './job.ts';

const schema = z.object({ meeting: z.uuid() });

/** After a meeting: what was not reached goes on the next agenda. */
export const settleAfterMeeting: Job<typeof schema> = {
  schema,
  async run(house, { meeting }) {
    await carryOver(house, meeting);
  },
};
