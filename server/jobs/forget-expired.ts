import { z } from 'zod';
import { deleteExpired } from '#db/expired.ts';
import type { Job } from './job.ts';

const schema = z.object({});

/** Removes what nobody can use any more: sign-ins, one-time links, counters of the rate limits, places never taken. */
export const forgetExpired: Job<typeof schema> = {
  schema,
  async run(house) {
    await deleteExpired(house.db, new Date(house.now()));
  },
};
