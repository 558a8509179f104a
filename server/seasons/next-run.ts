import { addDays } from '#app/domain/season/run.ts';
import { listMeetings } from '#db/meeting.ts';
import { findNewestSeason } from '#db/season.ts';
import type { House } from '../house.ts';
import { localTimeAt } from './resolve-instant.ts';

type Run = {
  firstDate: string;
  localTime: string;
  timeZone: string;
  lengthMinutes: string;
  everyWeeks: string;
  count: string;
};
type Season = { timeZone: string; localTime: string; lengthMinutes: number };

/**
 * A circle's newest season (null before the first), and what the form for the next run begins with: the run before
 * goes on in its rhythm, a first one begins in a week at six in the evening.
 */
export async function nextRun(
  house: House,
  circle: { id: string; time_zone: string },
): Promise<{ season: Season | null; run: Run }> {
  const today = localTimeAt(house.now(), circle.time_zone).localDate;
  const season = await findNewestSeason(house.db, circle.id);
  if (!season) {
    const first = { firstDate: addDays(today, 7), localTime: '18:00', timeZone: circle.time_zone };
    return { season: null, run: { ...first, lengthMinutes: '60', everyWeeks: '2', count: '8' } };
  }

  const meetings = (await listMeetings(house.db, circle.id)).filter((each) => each.season_id === season.id);
  const last = meetings.at(-1)?.local_date ?? today;
  const next = addDays(last, season.every_weeks * 7);
  const run = {
    firstDate: next > today ? next : addDays(today, 7),
    localTime: season.local_time,
    timeZone: circle.time_zone,
    lengthMinutes: String(season.length_minutes),
    everyWeeks: String(season.every_weeks),
    count: String(Math.min(26, Math.max(1, meetings.length))),
  };
  const { time_zone: timeZone, local_time: localTime, length_minutes: lengthMinutes } = season;
  return { season: { timeZone, localTime, lengthMinutes }, run };
}
