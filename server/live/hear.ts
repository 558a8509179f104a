import type { NoteFrame } from '#app/domain/notes/wire.ts';
import { type Word, wordSchema } from '../processes/words.ts';
import { cutSockets } from './cut.ts';
import type { Hall } from './hall.ts';
import { tellPeople } from './sockets.ts';

/** Does what another process says: follows logs, passes on notes, looks who sits there, cuts. Nothing of it is passed on. */
export function hear(hall: Hall, heard: Word): void {
  const { house, seats, typing } = hall;
  const word = wordSchema.safeParse(heard);
  if (!word.success) {
    house.log.warn({ err: word.error }, 'another process said something we do not understand');
    return;
  }
  seats.meet();
  for (const whom of word.data.cuts) cutSockets(hall, whom);
  for (const [room, version] of word.data.versions) follow(hall, room, version);
  for (const { frame, departures } of word.data.notes) takeNotes(hall, frame, departures);
  for (const { room, person, on } of word.data.typing) typing.set(room, person, on);
  for (const { person, ...news } of word.data.unread) tellPeople(hall.io, [person], news);
  for (const news of word.data.aware) hall.notes.pointed(news);
  if (word.data.seats.length > 0) seats.heard(word.data.seats);
}

function takeNotes({ house }: Hall, frame: NoteFrame, departures: number): void {
  house.notes
    .take(frame, departures)
    .catch((error: unknown) =>
      house.log.warn({ err: error, room: frame.room }, 'notes could not be passed on'),
    );
}

function follow({ house }: Hall, room: string, version: number): void {
  house.rooms
    .follow(room, version)
    .catch((error: unknown) => house.log.warn({ err: error, room }, 'a log could not be followed'));
}
