/** What the first page says to one reader: when we meet, what is my part, what waits for me, what is new. */
import type { ItemKind } from '../meeting/agenda.ts';

/** A meeting ahead, for one reader. Instants in milliseconds since the epoch. */
export type MeetingAhead = {
  id: string;
  circle: { id: string; name: string; timeZone: string };
  startsAt: number;
  lengthMinutes: number;
  isLive: boolean;
  isOpen: boolean;
  leader: { name: string; isReader: boolean } | null;
};

/** An agenda item the reader brings. */
export type ItemToPrepare = { id: string; title: string; itemKind: ItemKind; meeting: MeetingAhead };

/** An ask of a fellow member that the reader's offers meet. */
export type AskWithinReach = {
  circle: { id: string; name: string };
  asker: { id: string; name: string };
  topic: string;
};

/** Something that happened since the reader last looked. */
export type News =
  | { kind: 'minutes'; meeting: string; circle: string; startsAt: number }
  | { kind: 'newcomer'; circleId: string; circle: string; person: { id: string; name: string } }
  | { kind: 'items'; meeting: MeetingAhead; count: number };

/** Everything the first page says. */
export type Today = {
  /** The next meeting of each circle, the soonest first. */
  meetings: MeetingAhead[];
  prepare: ItemToPrepare[];
  asks: AskWithinReach[];
  news: News[];
};

/** An action item of the reader that is not done. `due_on` is YYYY-MM-DD. */
export type ActionItemOfMine = {
  id: string;
  text: string;
  due_on: string | null;
  meeting_id: string;
  circle_name: string;
};
