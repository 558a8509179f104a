import type { RoomState } from '../live/room-state.ts';

/** Whose notes, on which line. `open`: the meeting takes notes still. */
export type NotesProps = Pick<RoomState, 'room' | 'me' | 'connection'> & {
  open: boolean;
  nameOf: (person: string) => string;
};
