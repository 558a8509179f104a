import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { type Minutes, minutesOf } from '#app/domain/meeting/minutes.ts';
import { wholeTalk } from '#app/domain/talk/talk.ts';
import { listEveryoneOf } from '#db/membership.ts';
import { readEvents } from '#db/room-log.ts';
import type { House } from '../house.ts';
import { freshState } from './fresh-state.ts';

const PAGE = 2_000;

/** The minutes of a meeting with all that was said, and the names of everybody who was ever in its circle. */
export async function readMinutes(
  house: House,
  meeting: string,
  circle: string,
): Promise<{ minutes: Minutes; names: Record<string, string> } | null> {
  const state = await freshState(house, meeting);
  if (!state) return null;

  const [events, everyone] = await Promise.all([allEvents(house, meeting), listEveryoneOf(house.db, circle)]);
  const messages = wholeTalk(events);
  const names = Object.fromEntries(everyone.map(({ id, name }) => [id, name]));
  return { minutes: minutesOf({ ...state, messages }), names };
}

async function allEvents(house: House, meeting: string): Promise<LoggedMeetingEvent[]> {
  const events: LoggedMeetingEvent[] = [];
  let page: LoggedMeetingEvent[];
  do {
    page = await readEvents(house.db, meeting, events.at(-1)?.version ?? 0, PAGE);
    events.push(...page);
  } while (page.length === PAGE);
  return events;
}
