/**
 * Voting on topics.
 *
 * V1 Each member has 3 dots, at most 2 on one item; dots on withdrawn items are free again.
 * V2 Nobody sees a dot but its owner until voting closes (see mask.ts).
 * V3 Dots go on listed items that have not started.
 * V4 The lead closes voting, once; starting the meeting closes it too.
 * V5 On closing, topics that have not started change places among themselves: votes desc, carried desc, earliest
 *    proposed, id. Everything else keeps its place; when no dot was cast, everything does.
 * Source: the agenda design, T1.
 */
import { type Refusal, refuse } from '../refusal.ts';
import { type AgendaItem, isFrozen, listedItems } from './agenda.ts';
import type { MemberCommand, MemberContext } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import type { MeetingState } from './state.ts';

export const DOTS_EACH = 3;
export const DOTS_ON_ONE = 2;

type VotingCommand = Extract<MemberCommand, { kind: 'vote.cast' | 'voting.close' }>;

export function decideVoting(
  state: MeetingState,
  command: VotingCommand,
  { actor }: MemberContext,
): MeetingEvent[] | Refusal {
  if (!state.voting.open) return refuse('voting-closed');
  if (command.kind === 'voting.close') {
    return state.lead.holder === actor ? [closeVoting(state)] : refuse('not-leading');
  }
  const item = listedItems(state.items).find((one) => one.id === command.item);
  if (!item || isFrozen(item)) return refuse('out-of-date');
  const mine = dotsOf(state, actor);
  if ((mine[item.id] ?? 0) === command.dots) return [];
  const others = Object.entries(mine).reduce((sum, [id, dots]) => (id === item.id ? sum : sum + dots), 0);
  if (command.dots > DOTS_ON_ONE || others + command.dots > DOTS_EACH) return refuse('no-dots-left');
  return [{ kind: 'vote.cast', item: item.id, dots: command.dots }];
}

/** V1: a member's dots that count, by item. */
export function dotsOf(
  state: Pick<MeetingState, 'voting' | 'items'>,
  person: string,
): Record<string, number> {
  const listed = new Set(listedItems(state.items).map((item) => item.id));
  const mine = Object.entries(state.voting.dots[person] ?? {});
  return Object.fromEntries(mine.filter(([item]) => listed.has(item)));
}

/** V4 V5: the event that ends voting, with what becomes known. */
export function closeVoting(state: MeetingState): MeetingEvent {
  const dots = Object.keys(state.voting.dots).map((person) => dotsOf(state, person));
  const tally: Record<string, number> = {};
  // V2: in the order of the agenda. That of the voters would tell where the first one's dots went.
  for (const { id } of listedItems(state.items)) {
    const sum = dots.reduce((all, mine) => all + (mine[id] ?? 0), 0);
    if (sum > 0) tally[id] = sum;
  }
  const voted = Object.keys(tally).length > 0;
  return { kind: 'voting.closed', tally, keys: voted ? keysByVotes(state.items, tally) : {} };
}

/** V5: which topic takes which topic's place. */
function keysByVotes(items: readonly AgendaItem[], tally: Record<string, number>): Record<string, string> {
  const topics = listedItems(items).filter((item) => item.itemKind === 'topic' && !isFrozen(item));
  const votes = (item: AgendaItem) => item.votes + (tally[item.id] ?? 0);
  const ranked = [...topics].sort(
    (a, b) =>
      votes(b) - votes(a) || b.carried - a.carried || a.proposedAt - b.proposedAt || (a.id < b.id ? -1 : 1),
  );
  return Object.fromEntries(ranked.map((item, place) => [item.id, topics[place]?.key ?? item.key]));
}
