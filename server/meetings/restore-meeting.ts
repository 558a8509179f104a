import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { anyWithin } from '#app/domain/season/run.ts';
import type { House } from '../house.ts';
import { afterMeetingClosed } from '../rota/after-meeting-closed.ts';
import { judgeTime, resolveTime } from '../seasons/judge-time.ts';
import { takesPlace } from './judge-restored.ts';
import { mayPlan } from './may-plan.ts';
import { settleCircle } from './settle-circle.ts';
import { tellLog } from './tell-log.ts';
import { tellSurely } from './tell-surely.ts';

const crossed =
  'Somebody planned another meeting for that time at this very moment, so this one stays skipped.';

type Place = { circleId: string; meetingId: string };

/** Puts a skipped meeting back, if its time is still ahead and free. */
export async function restoreMeeting(
  house: House,
  actorId: string,
  { circleId, meetingId }: Place,
): Promise<{ restored: true } | Refusal> {
  const found = await mayPlan(house, actorId, { circleId, meetingId });
  if (isRefusal(found)) return found;

  const { meeting, others } = found;
  if (meeting.status === 'planned') return { restored: true };
  if (meeting.status !== 'skipped') return refuse('out-of-date');
  const time = resolveTime({
    localDate: meeting.local_date,
    localTime: meeting.local_time,
    timeZone: meeting.time_zone,
    lengthMinutes: meeting.length_minutes,
  });
  const fault = judgeTime(time, others, { now: house.now(), within: anyWithin, field: 'form' });
  if (fault) return refuse('out-of-date', { message: fault.message });

  const done = await tellLog(house, meetingId, { kind: 'meeting.restore' });
  if (isRefusal(done)) return done;

  if (!(await staysRestored(house, { circleId, meetingId }))) {
    await afterMeetingClosed(house, meetingId);
    return refuse('out-of-date', { message: crossed });
  }
  await settleCircle(house, circleId);
  return { restored: true };
}

/** Whether it stays restored. What is in the way of another meeting, or could not be judged, is skipped again. */
async function staysRestored(house: House, place: Place): Promise<boolean> {
  let takes = false;
  try {
    takes = await takesPlace(house, place);
  } finally {
    if (!takes) await tellSurely(house, place.meetingId, { kind: 'meeting.skip', because: 'decided' });
  }
  return takes;
}
