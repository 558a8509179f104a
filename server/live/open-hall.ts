import { ROOM_OPENS_BEFORE } from '#app/domain/meeting/state.ts';
import type { House } from '../house.ts';
import { openPost } from '../processes/open-post.ts';
import { openSeats } from '../processes/open-seats.ts';
import type { Wire } from '../processes/wire.ts';
import { listAttendedRooms } from '../rooms/list-attended-rooms.ts';
import { openAlarms } from '../rooms/open-alarms.ts';
import type { Hall } from './hall.ts';
import { openNoteSeats } from './note-seats.ts';
import { openPresence, type PresenceTimes, standardTimes } from './presence.ts';
import { openPresenceNews } from './presence-news.ts';
import { channel, type LiveServer, roomsWithSockets } from './sockets.ts';
import { openTries } from './try-again.ts';
import { openTyping } from './typing.ts';

type Options = { times?: PresenceTimes | undefined; wire?: Wire | undefined };

/** Puts together what the live handlers share. */
export function openHall(io: LiveServer, house: House, { times: own, wire }: Options): Hall {
  const times = own ?? { ...standardTimes, lead: house.settings.leadGraceSeconds * 1_000 };
  const news = openPresenceNews((room) => {
    const facts = { room, here: presence.seated(room), typing: typing.in(room) };
    io.local.to(channel.room(room)).volatile.emit('presence', facts);
  });
  const seats = openSeats(house, {
    interest: () => new Set([...roomsWithSockets(io), ...presence.rooms()]),
    here: () => presence.here(),
    changed: news.changed,
    stored: (rooms) => post.seats(rooms),
    ended: () => void adoptAll(hall),
  });
  const post = openPost(
    (word) => {
      if (wire) io.serverSideEmit('word', word);
    },
    () => seats.isAlone(),
  );
  const presence = openPresence(house, times, seats);
  const typing = openTyping(news.changed);
  const alarms = openAlarms(house);
  const tries = openTries(house, times.look);
  const notes = openNoteSeats(io, house, post);
  const hall: Hall = { io, house, presence, typing, alarms, notes, post, seats, news, tries };
  // Whoever is there already learns that there is somebody to talk to.
  if (wire) io.serverSideEmit('word', {});
  return hall;
}

/** Looks after everybody whom the log has in a room and nobody may be watching: after a start, or when a process ended. */
export function adoptAll({
  house,
  presence,
  tries,
}: Pick<Hall, 'house' | 'presence' | 'tries'>): Promise<void> {
  return tries.attempt('who is in the rooms could not be read', async () => {
    const { attended, unread } = await listAttendedRooms(house);
    await Promise.all(attended.map(presence.adopt));
    if (unread.length > 0) throw new Error(`${unread.length} rooms could not be read.`);
  });
}

/** Does what came due in any room while no process ran, and sets the timers of what will. */
export function lookAtAllAlarms({
  house,
  alarms,
  tries,
}: Pick<Hall, 'house' | 'alarms' | 'tries'>): Promise<void> {
  return tries.attempt('what the rooms wait for could not be read', () =>
    alarms.lookAtAll(house.now() + ROOM_OPENS_BEFORE),
  );
}
