/**
 * Hands and the floor: who has asked to speak, in which order, and who speaks now.
 *
 * F1 Order of the queue: fewest turns in this item, then earliest hand, then least time spoken today.
 * F2 One person has the floor at a time; giving it to the next ends the turn before.
 * F3 A raised hand is taken down when its owner gets the floor or leaves the room.
 * F4 A new item begins with nobody's turns counted.
 * Source: the agenda design, C.2.
 */
export type Hand = { person: string; raisedAt: number };

export type Floor = {
  hands: readonly Hand[];
  holder: { person: string; since: number } | null;
  /** Turns taken in the current item. */
  turns: Record<string, number>;
  /** Time on the floor today, in ms. */
  spokenMs: Record<string, number>;
};

/** F1: the queue in order. */
export function speakingQueue(floor: Floor): Hand[] {
  const turns = (hand: Hand) => floor.turns[hand.person] ?? 0;
  const spoken = (hand: Hand) => floor.spokenMs[hand.person] ?? 0;
  return [...floor.hands].sort(
    (a, b) =>
      turns(a) - turns(b) ||
      a.raisedAt - b.raisedAt ||
      spoken(a) - spoken(b) ||
      (a.person < b.person ? -1 : 1),
  );
}

export function isHandUp(floor: Floor, person: string): boolean {
  return floor.hands.some((hand) => hand.person === person);
}

export function raiseHand(floor: Floor, person: string, at: number): Floor {
  return { ...floor, hands: [...floor.hands, { person, raisedAt: at }] };
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

/** The turn of whoever has the floor is over; the time counts as spoken. */
export function endTurn(floor: Floor, at: number): Floor {
  if (!floor.holder) return floor;
  const { person, since } = floor.holder;
  const spokenMs = { ...floor.spokenMs, [person]: (floor.spokenMs[person] ?? 0) + Math.max(0, at - since) };
  return { ...floor, holder: null, spokenMs };
}

/** F4: a new item begins. */
export function newItem(floor: Floor): Floor {
  return { ...floor, turns: {} };
}
