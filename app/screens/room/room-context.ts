import { createContext, useContext } from 'react';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import type { ActionItem, MeetingState } from '#app/domain/meeting/state.ts';
import type { NoteBlock } from '#app/domain/notes/note-tree.ts';
import type { ReadMark } from '#app/domain/talk/read-mark.ts';
import type { OpenAction } from '../agenda/agenda-model.ts';
import type { RoomState } from '../live/room-state.ts';
import type { RoomStore } from '../live/room-store.ts';

/** The words to begin with, and the id of the line they come from, if they do. */
type Caught = { text: string; from?: string };

/** A question that stands before the room, in a dialog. */
export type Asking =
  | ({ what: 'decision' } & Caught)
  | ({ what: 'action'; owner: string; action?: ActionItem } & Caught)
  | { what: 'close' }
  | { what: 'hand-over' }
  | { what: 'shortcuts' };

/** Everything the pieces of the room share. */
export type Room = {
  state: RoomState;
  meeting: MeetingState;
  store: RoomStore;
  me: string;
  /** Whether the reader leads. */
  leads: boolean;
  circle: { id: string; name: string };
  /** The reader's time zone. */
  zone: string;
  /** Up to where the reader had read the talk when the page was loaded. */
  mark: ReadMark;
  /** What earlier meetings left to do, when the page was loaded. */
  openActions: readonly OpenAction[];
  /** The shared notes as they were when the page was loaded, for reading; null when they could not be read. */
  notes: readonly NoteBlock[] | null;
  /** Whether the circle had a later meeting planned when the page was loaded. */
  hasNext: boolean;
  nameOf: (person: string) => string;
  /** The first name where that is enough to tell people apart; the reader is "you". */
  shortNameOf: (person: string) => string;
  /** Does something that is about this very moment; when it is refused, the room says why. */
  act: (command: MemberCommand) => void;
  asking: Asking | null;
  ask: (asking: Asking | null) => void;
};

const RoomContext = createContext<Room | null>(null);
export const RoomProvider = RoomContext.Provider;

export function useRoomParts(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('This is a part of a room and stands outside of one.');
  return room;
}

const NowContext = createContext(0);
export const NowProvider = NowContext.Provider;

/** The server's time on this screen, in ms; renews whoever asks twice a second. */
export function useNow(): number {
  return useContext(NowContext);
}
