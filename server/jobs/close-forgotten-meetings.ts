import { z } from 'zod';
import { closeForgotten } from '../meetings/close-forgotten.ts';
import type { Job } from './job.ts';

const schema = z.object({});

/** Meetings that everybody has left close by themselves. */
export const closeForgottenMeetings: Job<typeof schema> = {
  schema,
  run: (house) => closeForgotten(house),
};
