import { z } from 'zod';
import { carryOver } from '../meetings/carry-over.ts';
import { carryNotesAsWished } from '../notes/carry-notes.ts';
import { afterMeetingClosed } from '../rota/after-meeting-closed.ts';
import type { Job } from './job.ts';

const schema = z.object({ meeting: z.uuid() });

/** After a meeting: the rota follows who really led, what was not reached goes on the next agenda, and so do the notes. */
export const settleAfterMeeting: Job<typeof schema> = {
  schema,
  async run(house, { meeting }) {
    await afterMeetingClosed(house, meeting);
    await carryOver(house, meeting);
    await carryNotesAsWished(house, meeting);
  },
};
