import type { Match } from '#app/domain/circle/matches.ts';
import type { Ask, Offer } from '#app/domain/people/offers-and-asks.ts';

/** A member as the circle's pages show them. */
export type CircleMember = {
  id: string;
  name: string;
  role: string;
  offers: Offer[];
  asks: Ask[];
};

/** What a circle's pages know about it. */
export type CircleFacts = { id: string; name: string; purpose: string; sizeLimit: number; timeZone: string };

/** One line of help within reach, from the reader's side. */
export type Reach = { kind: 'receive' | 'give' | 'others'; match: Match };

/** The matches by what they are to the reader: others help me, I help others, others help each other. */
export function reachOf(readerId: string, matches: readonly Match[]): Reach[] {
  return matches.map((match) => {
    if (match.askerId === readerId) return { kind: 'receive', match };
    return { kind: match.giverId === readerId ? 'give' : 'others', match };
  });
}

/** A circle's row as its pages know it. */
export function factsOf(row: {
  id: string;
  name: string;
  purpose: string;
  size_limit: number;
  time_zone: string;
}): CircleFacts {
  const { id, name, purpose, size_limit, time_zone } = row;
  return { id, name, purpose, sizeLimit: size_limit, timeZone: time_zone };
}
