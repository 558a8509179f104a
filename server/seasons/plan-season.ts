import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { mayDo, rulesOf } from '#app/domain/circle/rules.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { insertMeetings, listMeetings } from '#db/meeting.ts';
import { findSeason, insertSeason } from '#db/season.ts';
import { withCircle } from '../circles/with-circle.ts';
import type { House } from '../house.ts';
import { carryOverWaiting } from '../meetings/carry-over.ts';
import { settleCircle } from '../meetings/settle-circle.ts';
import { derivedId } from '../rooms/command-id.ts';
import { changeRota } from '../rota/change-rota.ts';
import { listTimes, type WishedRun } from './list-times.ts';

/** `id` is made with the form: the same form sent twice plans one season. */
export type NewSeason = WishedRun & { id: string; circleId: string };

/** Plans a circle's next season: its meetings, a room for each, and who leads which. */
export async function planSeason(
  house: House,
  actorId: string,
  season: NewSeason,
): Promise<{ seasonId: string } | Refusal> {
  const { id, circleId } = season;
  const planned = await withCircle(house, actorId, circleId, async ({ tx, circle, standing }) => {
    if (await findSeason(tx, circleId, id)) return { seasonId: id };
    if (!mayDo(rulesOf(circle), 'plan', standing))
      return refuse('not-allowed', { message: refusalInWords('plan') });

    const times = listTimes(season, await listMeetings(tx, circleId), house.now());
    if (isRefusal(times)) return times;

    const at = new Date(house.now());
    const isNew = await insertSeason(tx, {
      id,
      circle_id: circleId,
      time_zone: season.timeZone,
      local_time: season.localTime,
      length_minutes: season.lengthMinutes,
      every_weeks: season.everyWeeks,
      created_at: at,
    });
    if (!isNew) return refuse('command-id-taken');
    const meetings = times.map((time, index) => ({
      ...time,
      id: derivedId('meeting', id, index),
      circleId,
      seasonId: id,
    }));
    await insertMeetings(tx, meetings);
    await changeRota(tx, circle, at);
    return { seasonId: id };
  });

  if (isRefusal(planned)) return planned;
  await settleCircle(house, circleId);
  await carryOverWaiting(house, circleId);
  return planned;
}
