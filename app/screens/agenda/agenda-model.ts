import type { RoomPerson } from '#app/domain/meeting/protocol.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';

/** Something a member said they would do at an earlier meeting, and has not ticked off. `due` is YYYY-MM-DD. */
export type OpenAction = { id: string; text: string; due: string | null; owner: string; meetingId: string };

/** What the loader tells the agenda's page. */
export type AgendaPageProps = {
  /** The meeting's id, which is its room's. */
  room: string;
  me: string;
  meeting: MeetingState;
  people: readonly RoomPerson[];
  /** Everyone who was ever in the circle, for what they left behind. */
  everyone: readonly RoomPerson[];
  /** The server's time, in ms. */
  now: number;
  /** The reader's time zone. */
  zone: string;
  circle: { id: string; name: string; timeZone: string };
  openActions: readonly OpenAction[];
  /** Fresh with each load: the ids of this page's forms are made from it. */
  seed: string;
};
