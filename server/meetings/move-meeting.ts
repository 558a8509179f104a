import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { mayDo, rulesOf } from '#app/domain/circle/rules.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { anyWithin } from '#app/domain/season/run.ts';
import { listMeetings, setMeetingTime } from '#db/meeting.ts';
import { withCircle } from '../circles/with-circle.ts';
import type { House } from '../house.ts';
import { changeRota } from '../rota/change-rota.ts';
import { judgeTime, resolveTime } from '../seasons/judge-time.ts';
import { settleCircle } from './settle-circle.ts';
import { tellSeatsAgain } from './tell-seats.ts';

export type MovedMeeting = {
  circleId: string;
  meetingId: string;
  localDate: string;
  localTime: string;
  lengthMinutes: number;
};

/** Moves a meeting that has not begun to another time, on the clocks of its own zone. */
export async function moveMeeting(
  house: House,
  actorId: string,
  { circleId, meetingId, ...wished }: MovedMeeting,
): Promise<{ moved: true } | Refusal> {
  const moved = await withCircle(house, actorId, circleId, async ({ tx, circle, standing }) => {
    const meetings = await listMeetings(tx, circleId);
    const meeting = meetings.find((each) => each.id === meetingId);
    if (!meeting) return refuse('not-found');
    if (!mayDo(rulesOf(circle), 'plan', standing))
      return refuse('not-allowed', { message: refusalInWords('plan') });

    const time = resolveTime({ ...wished, timeZone: meeting.time_zone });
    const others = meetings.filter((each) => each !== meeting);
    const now = house.now();
    const fault = judgeTime(time, others, { now, within: anyWithin, field: 'localDate' });
    if (fault) return fault;

    if (!(await setMeetingTime(tx, meetingId, time, 'planned')))
      return refuse('out-of-date', { message: 'This meeting is not ahead any more, so it stays as it is.' });
    await changeRota(tx, circle, new Date(now));
    return { moved: true as const };
  });

  if (isRefusal(moved)) return moved;
  await settleCircle(house, circleId);
  await tellSeatsAgain(house, circleId);
  return moved;
}
