/** Hands, the floor and the round, as they happened. */
import type { Logged, MeetingEvent } from './events.ts';
import { endTurn, type Floor, giveFloor, lowerHand, raiseHand } from './floor.ts';
import { beginRound, leaveRound, passTurn } from './round.ts';

type FloorEvent = Logged<
  Extract<MeetingEvent, { kind: `hand.${string}` | `floor.${string}` | `round.${string}` }>
>;

export function evolveFloor(floor: Floor, event: FloorEvent): Floor {
  switch (event.kind) {
    case 'hand.raised':
      return raiseHand(floor, event.person, event.at);
    case 'hand.lowered':
      return lowerHand(floor, event.person);
    case 'floor.given':
      return leaveRound(giveFloor(floor, event.person, event.at), event.person);
    case 'floor.ended':
      return endTurn(floor, event.at);
    case 'floor.ordered':
      return { ...floor, order: event.order };
    case 'floor.limited':
      return { ...floor, turnMs: event.ms };
    case 'round.invited':
      return beginRound(floor, event.order, event.people);
    case 'round.passed':
      return passTurn(floor, event.person, event.at);
    case 'round.ended':
      return { ...floor, round: null };
  }
}
