import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { anyWithin } from '#app/domain/season/run.ts';
import type { House } from '../house.ts';
import { judgeTime, resolveTime } from '../seasons/judge-time.ts';
import { judgeRestored } from './judge-restored.ts';
import { mayPlan } from './may-plan.ts';
import { tellLog } from './tell-log.ts';

const whyNot = {
  crossed: 'Somebody planned another meeting for that time at this very moment, so this one stays skipped.',
  gone: 'Somebody skipped this meeting again at this very moment, so it stays skipped.',
};

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

  const judged = await judgeRestored(house, { circleId, meetingId }, 'skipped');
  return judged === 'stays' ? { restored: true } : refuse('out-of-date', { message: whyNot[judged] });
}
