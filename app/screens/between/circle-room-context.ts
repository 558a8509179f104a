import { createContext, useContext } from 'react';
import type { Reader } from '#app/domain/calendar/say-time.ts';
import type { ReadMark } from '#app/domain/talk/read-mark.ts';
import type { RoomState } from '../live/room-state.ts';
import type { RoomStore } from '../live/room-store.ts';
import type { WrittenForm } from '../room/written-form.ts';
import type { PendingLine, TalkDesk } from '../talk/talk-desk.ts';

/** The form that works without script, and in which thread it was sent the last time. */
export type ThreadForm = WrittenForm & { thread?: string | undefined };

/** Everything the pieces of a circle's room share. */
export type CircleRoom = {
  state: RoomState;
  store: RoomStore;
  desk: TalkDesk;
  pending: readonly PendingLine[];
  circle: { id: string; name: string };
  reader: Reader;
  nameOf: (person: string) => string;
  /** Up to where the reader had read when they came here. */
  mark: ReadMark;
  form: ThreadForm;
};

const CircleRoomContext = createContext<CircleRoom | null>(null);
export const CircleRoomProvider = CircleRoomContext.Provider;

export function useCircleRoom(): CircleRoom {
  const room = useContext(CircleRoomContext);
  if (!room) throw new Error('This is a part of a circle’s room and stands outside of one.');
  return room;
}
