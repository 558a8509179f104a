import { z } from 'zod';
import { keepSnapshots as keep } from '../rooms/keep-snapshots.ts';
import type { Job } from './job.ts';

const schema = z.object({});

/** Long logs are folded ahead of those who open their rooms. */
export const keepSnapshots: Job<typeof schema> = {
  schema,
  async run(house) {
    await keep(house);
  },
};
