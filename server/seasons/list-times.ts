import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { anyWithin, firstWithin, isPossible, listRunDates } from '#app/domain/season/run.ts';
import type { MeetingRow, MeetingTime } from '#db/meeting.ts';
import { judgeTime, resolveTime } from './judge-time.ts';

/** A run as it is asked for: the first day, then every so many weeks at the same local time. */
export type WishedRun = {
  firstDate: string;
  localTime: string;
  timeZone: string;
  lengthMinutes: number;
  everyWeeks: number;
  count: number;
};

/** How many meetings of a circle may lie ahead at once. */
export const mostAhead = 52;

/** The meetings a run comes to, beside those the circle has; or why it cannot be planned so. */
export function listTimes(
  run: WishedRun,
  others: readonly MeetingRow[],
  now: number,
): MeetingTime[] | Refusal {
  if (!isPossible(run)) return refuse('bad-input');

  const { localTime, timeZone, lengthMinutes } = run;
  const times = listRunDates(run).map((localDate) =>
    resolveTime({ localDate, localTime, timeZone, lengthMinutes }),
  );

  for (const [index, time] of times.entries()) {
    const within = index === 0 ? firstWithin : firstWithin + anyWithin;
    const refusal = judgeTime(time, others, { now, within, field: 'firstDate' });
    if (refusal) return refusal;
  }
  const ahead = others.filter((each) => each.status === 'planned').length;
  return ahead + times.length > mostAhead
    ? refuse('limit-reached', {
        field: 'count',
        message: `At most ${mostAhead} meetings can lie ahead; ${ahead} do already.`,
      })
    : times;
}
