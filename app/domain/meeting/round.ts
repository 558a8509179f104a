/**
 * A round: everybody in the room has the floor once, one after the other.
 *
 * F6 A round has everyone who is in the room, once each: around the ring from the seat after the lead, or shuffled from a
 *    seed that stands in the event, so that every screen and every replay has the same order. When a turn ends, the
 *    next one has the floor by itself; after the last the round is over.
 * F7 Who leaves is skipped; who arrives, or gives the hot seat up, joins at the end, unless they have had their turn; a member may pass theirs, and
 *    the lead may pass anybody's. The lead may end a round; a new item does. A passed turn is not counted.
 */
import { endTurn, type Floor, setAway } from './floor.ts';

export const roundOrders = ['ring', 'random'] as const;
export type RoundOrder = (typeof roundOrders)[number];

export type Round = {
  order: RoundOrder;
  /** Who is still to come, in order. */
  waiting: readonly string[];
  /** Who has had or passed their turn, the one who speaks included. */
  done: readonly string[];
};

/** The largest seed: 32 bits. */
export const MOST_SEED = 0xffffffff;

/** F6: the order of a round. `ring`: everyone present in ring order; `lead` speaks last around the ring. */
export function roundPeople(
  ring: readonly string[],
  { order, seed, lead }: { order: RoundOrder; seed: number; lead: string },
): string[] {
  if (order === 'random') return shuffled(ring, seed);
  const after = ring.indexOf(lead) + 1;
  return [...ring.slice(after), ...ring.slice(0, after)];
}

/** Fisher–Yates, drawn from mulberry32 (Tommy Ettinger, public domain): the same seed gives the same order. */
function shuffled(people: readonly string[], seed: number): string[] {
  const order = [...people];
  let state = seed >>> 0;
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (state + 0x6d2b79f5) >>> 0;
    let drawn = Math.imul(state ^ (state >>> 15), state | 1);
    drawn ^= drawn + Math.imul(drawn ^ (drawn >>> 7), drawn | 61);
    const other = Math.floor((((drawn ^ (drawn >>> 14)) >>> 0) / 2 ** 32) * (last + 1));
    [order[last], order[other]] = [order[other] as string, order[last] as string];
  }
  return order;
}

/** F6: a round of these people begins; whoever speaks already and is the first of them goes on. */
export function beginRound(floor: Floor, order: RoundOrder, people: readonly string[]): Floor {
  const begun = { ...floor, round: { order, waiting: people, done: [] } };
  const [first] = people;
  return first !== undefined && floor.holder?.person === first ? leaveRound(begun, first) : begun;
}

/** F6 F7: this person's turn in the round has come or is over before it came. */
export function leaveRound(floor: Floor, person: string): Floor {
  const { round } = floor;
  if (!round) return floor;
  const waiting = round.waiting.filter((one) => one !== person);
  const done = round.done.includes(person) ? round.done : [...round.done, person];
  return { ...floor, round: { ...round, waiting, done } };
}

/** F7: they pass; when they have the floor it is free, and the turn is not counted. */
export function passTurn(floor: Floor, person: string, at: number): Floor {
  const left = leaveRound(floor, person);
  if (left.holder?.person !== person) return left;
  const turns = { ...left.turns, [person]: Math.max(0, (left.turns[person] ?? 0) - 1) };
  return { ...endTurn(left, at), turns };
}

/** F3 F7: somebody has left the room: they speak no more, wait aside with their hand up, and are skipped. */
export function leaveFloor(floor: Floor, person: string, at: number): Floor {
  const released = setAway(floor.holder?.person === person ? endTurn(floor, at) : floor, person, true);
  const { round } = released;
  if (!round?.waiting.includes(person)) return released;
  return { ...released, round: { ...round, waiting: round.waiting.filter((one) => one !== person) } };
}

/** F3 F7: somebody has come into the room: their hand is in the queue again, and they join a round at its end. */
export function joinFloor(floor: Floor, person: string): Floor {
  const back = setAway(floor, person, false);
  const { round } = back;
  if (!round || round.done.includes(person) || round.waiting.includes(person)) return back;
  return { ...back, round: { ...round, waiting: [...round.waiting, person] } };
}
