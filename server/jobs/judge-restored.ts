import { z } from 'zod';
import { findCircleOfMeeting } from '#db/meeting.ts';
import { judgeRestored as judge } from '../meetings/judge-restored.ts';
import type { Job } from './job.ts';

const schema = z.object({ meeting: z.uuid() });

/** A restored meeting is judged by whoever restored it; this is for when that process died. */
export const judgeRestored: Job<typeof schema> = {
  schema,
  async run(house, { meeting }) {
    const circleId = await findCircleOfMeeting(house.db, meeting);
    if (circleId) await judge(house, { circleId, meetingId: meeting }, 'another-try');
  },
};
