import { z } from 'zod';
import { bringBack } from '../meetings/bring-back.ts';
import { carryOver } from '../meetings/carry-over.ts';
import { carryNotesAsWished } from '../notes/carry-notes.ts';
import { afterMeetingClosed } from '../rota/after-meeting-closed.ts';
import type { Job } from './job.ts';

const schema = z.object({ meeting: z.uuid() });

/**
 * After a meeting: the rota follows who really led, what was not reached goes on the next agenda, and so do the notes. Where
 * it was skipped and is restored, its items come back.
 */
export const settleAfterMeeting: Job<typeof schema> = {
  schema,
  async run(house, { meeting }) {
    await afterMeetingClosed(house, meeting);
    await carryOver(house, meeting);
    // Also after carrying over: the meeting may have been restored while that went on.
    await bringBack(house, meeting);
    await carryNotesAsWished(house, meeting);
  },
};
