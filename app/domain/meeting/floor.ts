/**
 * Hands and the floor: who has asked to speak, in which order, and who speaks now.
 *
 * F1 Order of the queue: fewest turns in this item, then earliest hand, then least time spoken today. The lead may switch
 *    to first come: earliest hand, then least time spoken. Everybody sees the same list.
 * F2 One person has the floor at a time; giving it to the next ends the turn before.
 * F3 A raised hand comes down when its owner gets the floor or takes it down, the lead does, or a phase leaves its owner out
 *    (G14); never otherwise. While its owner is out of the room it stands aside, and takes its place again when they are back.
 * F4 A new item begins with nobody's turns counted.
 * F5 Whoever has spoken while a hand was up stands behind that hand with their next one: it counts as having as many turns
 *    (its rank), and as raised later.
 * F8 A turn may have a clock of its own, set by the lead for all turns. Running over is shown, and cuts nobody off.
 * (F6 F7, the round, are in round.ts.)
 *
 * Nobody waits longer than everyone else's one turn: let P's hand be up, P in the room, and the floor go to the head of the queue.
 * Suppose Q has spoken while P waited. Q's next hand has at least P's rank and is raised later (F5), and ranks do not
 * change while a hand is up; a new item makes all ranks equal and leaves the instants (F4). So in either order of F1 it
 * stands behind P's. Hence of each other person at most one turn comes before P's, and since every turn is P's or one of those,
 * P waits for no more than n − 1 turns, the one that ran when P's hand went up included.
 * Source: the agenda design, C.2; F5 is what its order lacks for the bound (see docs/decisions/015-fair-floor.md).
 */
import type { Round } from './round.ts';

export type Hand = {
  person: string;
  raisedAt: number;
  /** F1 F5: the turns this hand counts as having had in this item. */
  rank: number;
  /** F5: who has spoken since it went up. */
  heard: readonly string[];
  /** F3: its owner is out of the room. */
  away: boolean;
};

export const floorOrders = ['fair', 'first-come'] as const;
export type FloorOrder = (typeof floorOrders)[number];

export type Floor = {
  hands: readonly Hand[];
  holder: { person: string; since: number } | null;
  /** Turns taken in the current item. */
  turns: Record<string, number>;
  /** Time on the floor today, in ms. */
  spokenMs: Record<string, number>;
  order: FloorOrder;
  round: Round | null;
  /** F8: how long a turn is meant to be, in ms; null for no clock. */
  turnMs: number | null;
};

/** F1: the queue in order; hands of people who are out of the room are not in it (F3). */
export function speakingQueue(floor: Floor): Hand[] {
  const spoken = (hand: Hand) => floor.spokenMs[hand.person] ?? 0;
  const rank = (hand: Hand) => (floor.order === 'fair' ? hand.rank : 0);
  return floor.hands
    .filter((hand) => !hand.away)
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        a.raisedAt - b.raisedAt ||
        spoken(a) - spoken(b) ||
        (a.person < b.person ? -1 : 1),
    );
}

export function isHandUp(floor: Floor, person: string): boolean {
  return floor.hands.some((hand) => hand.person === person);
}

/** F5: up goes a hand, behind all that were up while its owner spoke. */
export function raiseHand(floor: Floor, person: string, at: number): Floor {
  const waited = floor.hands.filter((hand) => hand.heard.includes(person));
  const rank = Math.max(floor.turns[person] ?? 0, ...waited.map((hand) => hand.rank));
  const raisedAt = Math.max(at, ...waited.map((hand) => hand.raisedAt + 1));
  const hand = { person, raisedAt, rank, heard: [], away: false };
  return { ...floor, hands: [...floor.hands, hand] };
}

export function lowerHand(floor: Floor, person: string): Floor {
  return { ...floor, hands: floor.hands.filter((hand) => hand.person !== person) };
}

/** F2 F3: the floor goes to `person`. */
export function giveFloor(floor: Floor, person: string, at: number): Floor {
  const ended = lowerHand(endTurn(floor, at), person);
  const turns = { ...ended.turns, [person]: (ended.turns[person] ?? 0) + 1 };
  return { ...ended, turns, holder: { person, since: at } };
}

/** The turn of whoever has the floor is over; the time counts as spoken, and all who waited have heard them (F5). */
export function endTurn(floor: Floor, at: number): Floor {
  if (!floor.holder) return floor;
  const { person, since } = floor.holder;
  const spokenMs = { ...floor.spokenMs, [person]: (floor.spokenMs[person] ?? 0) + Math.max(0, at - since) };
  const hands = floor.hands.map((hand) =>
    hand.heard.includes(person) ? hand : { ...hand, heard: [...hand.heard, person] },
  );
  return { ...floor, holder: null, spokenMs, hands };
}

/** F4: a new item begins, and with it no round (F7) goes on. */
export function newItem(floor: Floor): Floor {
  const hands = floor.hands.map((hand) => ({ ...hand, rank: 0 }));
  return { ...floor, turns: {}, hands, round: null };
}

/** F3: the hand of somebody who leaves the room or comes back to it. */
export function setAway(floor: Floor, person: string, away: boolean): Floor {
  if (!isHandUp(floor, person)) return floor;
  const hands = floor.hands.map((hand) => (hand.person === person ? { ...hand, away } : hand));
  return { ...floor, hands };
}
