import { z } from 'zod';
import { carryOver } from '../meetings/carry-over.ts';
import { afterMeetingClosed } from '../rota/after-meeting-closed.ts';
import type { Job } from './job.ts';

const schema = z.object({ meeting: z.uuid() });

/** After a meeting: the rota follows who really led, and what was not reached goes on the next agenda. */
export const settleAfterMeeting: Job<typeof schema> = {
  schema,
  async run(house, { meeting }) {
    await afterMeetingClosed(house, meeting);
    await carryOver(house, meeting);
  },
};
