import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { mayDo, rulesOf } from '#app/domain/circle/rules.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { findCircleFor } from '#db/circle.ts';
import { listMeetings } from '#db/meeting.ts';
import { standingIn } from '../circles/standing.ts';
import type { House } from '../house.ts';
import { listTimes, type WishedRun } from './list-times.ts';

/** When the meetings of a run would start, in milliseconds, before anything is planned. */
export async function previewSeason(
  house: House,
  actorId: string,
  { circleId, ...run }: WishedRun & { circleId: string },
): Promise<{ starts: number[] } | Refusal> {
  const inside = await findCircleFor(house.db, actorId, circleId);
  if (!inside) return refuse('not-found');
  const standing = await standingIn(house.db, circleId, actorId, new Date(house.now()));
  if (!mayDo(rulesOf(inside.circle), 'plan', standing))
    return refuse('not-allowed', { message: refusalInWords('plan') });

  const times = listTimes(run, await listMeetings(house.db, circleId), house.now());
  return isRefusal(times) ? times : { starts: times.map((time) => time.startsAt) };
}
