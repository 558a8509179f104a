/** What crosses the wire after a commit: consecutive events of one room, already masked for its readers. */
import type { LoggedMeetingEvent } from './events.ts';

export type RoomFrame = { room: string; from: number; events: LoggedMeetingEvent[] };
