import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import type { House } from '../house.ts';
import { afterMeetingClosed } from '../rota/after-meeting-closed.ts';
import { mayPlan } from './may-plan.ts';
import { tellLog } from './tell-log.ts';

/** Skips a meeting that has not begun. It can be restored while its time is ahead. */
export async function skipMeeting(
  house: House,
  actorId: string,
  { circleId, meetingId }: { circleId: string; meetingId: string },
): Promise<{ skipped: true } | Refusal> {
  const found = await mayPlan(house, actorId, { circleId, meetingId });
  if (isRefusal(found)) return found;

  const { status } = found.meeting;
  if (status !== 'planned' && status !== 'skipped')
    return refuse('out-of-date', { message: 'This meeting has begun, so it cannot be skipped any more.' });

  const done = await tellLog(house, meetingId, { kind: 'meeting.skip', because: 'decided' });
  if (isRefusal(done)) return done;

  await afterMeetingClosed(house, meetingId);
  return { skipped: true };
}
