/** Hands and the floor, as they happened. */
import type { Logged, MeetingEvent } from './events.ts';
import { endTurn, type Floor, giveFloor, lowerHand, raiseHand } from './floor.ts';

type FloorEvent = Logged<
  Extract<MeetingEvent, { kind: 'hand.raised' | 'hand.lowered' | 'floor.given' | 'floor.ended' }>
>;

export function evolveFloor(floor: Floor, event: FloorEvent): Floor {
  switch (event.kind) {
    case 'hand.raised':
      return raiseHand(floor, event.person, event.at);
    case 'hand.lowered':
      return lowerHand(floor, event.person);
    case 'floor.given':
      return giveFloor(floor, event.person, event.at);
    case 'floor.ended':
      return endTurn(floor, event.at);
  }
}
