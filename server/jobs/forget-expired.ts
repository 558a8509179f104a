import { z } from 'zod';
import { deleteExpired } from '#db/expired.ts';
import { deleteGivenUpJobs } from '#db/job.ts';
import type { Job } from './job.ts';

const schema = z.object({});

/** Long enough to find out why they failed. */
const givenUpDays = 7;

/**
 * Removes what nobody can use any more: sign-ins, one-time links, counters of the rate limits, places never taken, and
 * jobs that were given up.
 */
export const forgetExpired: Job<typeof schema> = {
  schema,
  async run(house) {
    await deleteExpired(house.db, new Date(house.now()));
    await deleteGivenUpJobs(house.db, givenUpDays);
  },
};
