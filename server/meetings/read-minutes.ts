import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { type Minutes, minutesOf } from '#app/domain/meeting/minutes.ts';
import { type TalkBand, talkBand } from '#app/domain/meeting/talk-time.ts';
import type { NoteBlock } from '#app/domain/notes/note-tree.ts';
import { wholeTalk } from '#app/domain/talk/talk.ts';
import { listEveryoneOf } from '#db/membership.ts';
import { readEvents } from '#db/room-log.ts';
import type { House } from '../house.ts';
import { freshState } from './fresh-state.ts';

const PAGE = 2_000;

type ReadMinutes = {
  minutes: Minutes;
  names: Record<string, string>;
  share: TalkBand | null;
  /** Null when they cannot be read now. */
  notes: NoteBlock[] | null;
};

/**
 * The minutes of a meeting with all that was said and noted, the names of everybody who was ever in its circle, and, once it is
 * closed, the reader's own share of the talking: nobody else's.
 */
export async function readMinutes(
  house: House,
  meeting: string,
  circle: string,
  reader: string,
): Promise<ReadMinutes | null> {
  const state = await freshState(house, meeting);
  if (!state) return null;

  const [events, everyone, notes] = await Promise.all([
    allEvents(house, meeting),
    listEveryoneOf(house.db, circle),
    house.notes.read(meeting),
  ]);
  const messages = wholeTalk(events);
  const names = Object.fromEntries(everyone.map(({ id, name }) => [id, name]));
  const share = state.status === 'closed' ? talkBand(state, reader) : null;
  return { minutes: minutesOf({ ...state, messages }), names, share, notes };
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
