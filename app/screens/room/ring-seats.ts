import { speakingQueue } from '#app/domain/meeting/floor.ts';
import { isPresent } from '#app/domain/meeting/state.ts';
import type { Seat } from '#app/ui/ring-seat-model.ts';
import type { RoomState } from '../live/room-state.ts';

/** Everybody around the table as this tab knows them: the log says who is here, the line says who just blinked. */
export function ringSeats({ meeting, people, me, here, typing, connection }: RoomState): Seat[] {
  const places = new Map(speakingQueue(meeting.floor).map(({ person }, index) => [person, index + 1]));
  const knowsWho = connection === 'live' && here.length > 0;

  return people.map(({ id, name }) => {
    const blinked = knowsWho && !here.includes(id);
    const hand = places.get(id);
    return {
      id,
      name,
      state: !isPresent(meeting, id) ? 'absent' : blinked ? 'away' : 'present',
      lead: meeting.lead.holder === id,
      floor: meeting.floor.holder?.person === id,
      typing: id !== me && typing.includes(id),
      self: id === me,
      ...(hand === undefined ? {} : { hand }),
    };
  });
}
