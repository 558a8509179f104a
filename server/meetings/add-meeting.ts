import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { mayDo, rulesOf } from '#app/domain/circle/rules.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { anyWithin } from '#app/domain/season/run.ts';
import { findMeeting, insertMeetings, listMeetings } from '#db/meeting.ts';
import { findNewestSeason } from '#db/season.ts';
import { withCircle } from '../circles/with-circle.ts';
import type { House } from '../house.ts';
import { changeRota } from '../rota/change-rota.ts';
import { judgeTime, resolveTime } from '../seasons/judge-time.ts';
import { mostAhead } from '../seasons/list-times.ts';
import { carryOverWaiting } from './carry-over.ts';
import { settleCircle } from './settle-circle.ts';

/** `id` is made with the form: the same form sent twice adds one meeting. */
export type AddedMeeting = {
  id: string;
  circleId: string;
  localDate: string;
  localTime: string;
  lengthMinutes: number;
};

/** Adds one meeting to the circle's newest season, on the clocks of that season's zone. */
export async function addMeeting(
  house: House,
  actorId: string,
  { id, circleId, ...wished }: AddedMeeting,
): Promise<{ meetingId: string } | Refusal> {
  const added = await withCircle(house, actorId, circleId, async ({ tx, circle, standing }) => {
    if (await findMeeting(tx, circleId, id)) return { meetingId: id };
    if (!mayDo(rulesOf(circle), 'plan', standing))
      return refuse('not-allowed', { message: refusalInWords('plan') });

    const season = await findNewestSeason(tx, circleId);
    if (!season) return refuse('not-allowed', { message: 'Plan a season first, then add to it.' });
    const others = await listMeetings(tx, circleId);
    const time = resolveTime({ ...wished, timeZone: season.time_zone });
    const now = house.now();
    const fault = judgeTime(time, others, { now, within: anyWithin, field: 'localDate' });
    if (fault) return fault;
    if (others.filter((each) => each.status === 'planned').length >= mostAhead)
      return refuse('limit-reached', { message: `At most ${mostAhead} meetings can lie ahead.` });

    const stored = await insertMeetings(tx, [{ ...time, id, circleId, seasonId: season.id }]);
    if (stored === 0) return refuse('command-id-taken');
    await changeRota(tx, circle, new Date(now));
    return { meetingId: id };
  });

  if (isRefusal(added)) return added;
  await settleCircle(house, circleId);
  await carryOverWaiting(house, circleId);
  return added;
}
