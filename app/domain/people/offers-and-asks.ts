/**
 * What a member can help with, and what a member wants help with. Everyone has both sides; nobody is only one.
 *
 * O1 At most 12 offers and at most 12 asks for each person.
 * O2 A topic stands once among the offers and once among the asks; capitals make no difference.
 * O3 Nobody asks for a topic they say they have led or taught.
 */
export const mostOffers = 12;
export const mostAsks = 12;
export const longestTopic = 80;

type Level = 1 | 2 | 3 | 4;
type Priority = 1 | 2 | 3;

/** How well someone knows a topic, from 1 to 4. */
export const levels: Readonly<Record<Level, { name: string; meaning: string }>> = {
  1: { name: 'aware', meaning: 'I know what it is about' },
  2: { name: 'practised', meaning: 'I have done it' },
  3: { name: 'led', meaning: 'I have led others in it' },
  4: { name: 'taught', meaning: 'I have taught it' },
};

/** How much an ask matters now, from 1 to 3. */
export const priorities: Readonly<Record<Priority, { name: string }>> = {
  1: { name: 'nice to have' },
  2: { name: 'soon' },
  3: { name: 'now' },
};

export type Offer = { id: string; topic: string; level: number };
export type Ask = { id: string; topic: string; priority: number; least_level: number };

/** The name of a level as it is shown; an unknown figure reads as the lowest. */
export function levelName(level: number): string {
  return levels[level as Level]?.name ?? levels[1].name;
}

/** The name of a priority as it is shown; an unknown figure reads as the lowest. */
export function priorityName(priority: number): string {
  return priorities[priority as Priority]?.name ?? priorities[1].name;
}

/** Whether two topics are the same one. */
export function sameTopic(one: string, other: string): boolean {
  return one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase();
}

/** Why an offer cannot stand beside the person's others, or null. `others` are without the one being changed. */
export function offerFault(
  offer: Pick<Offer, 'topic' | 'level'>,
  others: Offer[],
  asks: Ask[],
): string | null {
  if (others.length >= mostOffers)
    return `${mostOffers} offers are as many as fit here. Take one away first.`; // O1
  if (others.some((other) => sameTopic(other.topic, offer.topic))) return 'You offer this already.'; // O2
  const asked = asks.some((ask) => sameTopic(ask.topic, offer.topic));
  if (asked && offer.level >= 3)
    return 'You ask for help with this. Take the ask away first, or choose a lower level.'; // O3
  return null;
}

/** Why an ask cannot stand beside the person's others, or null. `others` are without the one being changed. */
export function askFault(ask: Pick<Ask, 'topic'>, others: Ask[], offers: Offer[]): string | null {
  if (others.length >= mostAsks) return `${mostAsks} asks are as many as fit here. Take one away first.`; // O1
  if (others.some((other) => sameTopic(other.topic, ask.topic))) return 'You ask for this already.'; // O2
  const offered = offers.find((offer) => sameTopic(offer.topic, ask.topic));
  if (offered && offered.level >= 3)
    return 'You offer this at a high level yourself. Lower that first, or choose another topic.'; // O3
  return null;
}
