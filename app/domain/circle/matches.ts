/**
 * Who can help whom: the offers and asks of a circle's members, held against each other.
 *
 * R1 An offer meets an ask when the topics are the same, whatever their spelling in capitals and spaces, and the
 *    offer's level is at least the level asked for.
 * R2 Nobody helps themselves.
 */
export type Offer = { topic: string; level: number };
export type Ask = { topic: string; leastLevel: number };
/** Levels run from 1 (aware) to 4 (taught). */
export type Helper = { id: string; offers: readonly Offer[]; asks: readonly Ask[] };

/** One pair that fits: `giverId` offers what `askerId` asks; `topic` is spelled as the ask spells it. */
export type Match = { giverId: string; askerId: string; topic: string };

/** Whether this offer meets that ask (R1). */
export function meets(offer: Offer, ask: Ask): boolean {
  return sameTopic(offer.topic, ask.topic) && offer.level >= ask.leastLevel;
}

/** Every match within the circle, by member and then by ask, in the order given. */
export function matchesAmong(members: readonly Helper[]): Match[] {
  return members.flatMap((asker) =>
    asker.asks.flatMap((ask) =>
      members
        .filter((giver) => giver.id !== asker.id && giver.offers.some((offer) => meets(offer, ask))) // R2
        .map((giver) => ({ giverId: giver.id, askerId: asker.id, topic: ask.topic })),
    ),
  );
}

function sameTopic(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(topic: string): string {
  return topic.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
