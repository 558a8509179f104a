/**
 * Who can help whom: the offers and asks of a circle's members, held against each other.
 *
 * R1 An offer meets an ask of the same topic when its level is at least the level asked for.
 * R2 Nobody helps themselves.
 */
import { type Ask, type Offer, sameTopic } from '../people/offers-and-asks.ts';

/** A member with both sides, as far as they matter here. */
export type Helper = {
  id: string;
  offers: readonly Pick<Offer, 'topic' | 'level'>[];
  asks: readonly Pick<Ask, 'topic' | 'least_level'>[];
};

/** One pair that fits: `giverId` offers what `askerId` asks; `topic` is spelled as the ask spells it. */
export type Match = { giverId: string; askerId: string; topic: string };

/** Whether this offer meets that ask (R1). */
export function meets(
  offer: Pick<Offer, 'topic' | 'level'>,
  ask: Pick<Ask, 'topic' | 'least_level'>,
): boolean {
  return sameTopic(offer.topic, ask.topic) && offer.level >= ask.least_level;
}

/** Every match within the circle, by asker and then by ask, in the order given (R2). */
export function matchesAmong(members: readonly Helper[]): Match[] {
  return members.flatMap((asker) =>
    asker.asks.flatMap((ask) =>
      members
        .filter((giver) => giver.id !== asker.id && giver.offers.some((offer) => meets(offer, ask)))
        .map((giver) => ({ giverId: giver.id, askerId: asker.id, topic: ask.topic })),
    ),
  );
}
