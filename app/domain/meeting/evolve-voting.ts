/** Dots: kept by person, shown to nobody else until voting closes. A masked vote tells only that one was cast. */
import { inOrder } from './agenda.ts';
import type { Logged, MeetingEvent } from './events.ts';
import type { MeetingState } from './state.ts';

type VotingEvent = Logged<Extract<MeetingEvent, { kind: 'vote.cast' | 'voting.opened' | 'voting.closed' }>>;

export function evolveVoting(state: MeetingState, event: VotingEvent): MeetingState {
  if (event.kind === 'voting.opened')
    return { ...state, voting: { open: true, dots: {}, voters: [], tally: null } };
  if (event.kind === 'voting.closed') {
    const items = state.items.map((item) => ({
      ...item,
      key: event.keys[item.id] ?? item.key,
      votes: item.votes + (event.tally[item.id] ?? 0),
    }));
    return {
      ...state,
      items: inOrder(items),
      voting: { ...state.voting, open: false, tally: event.tally },
    };
  }
  const voter = event.actor ?? '';
  const { voters, dots } = state.voting;
  const known = voters.includes(voter) ? voters : [...voters, voter];
  const mine =
    event.item === null ? dots : { ...dots, [voter]: setDots(dots[voter], event.item, event.dots ?? 0) };
  return { ...state, voting: { ...state.voting, voters: known, dots: mine } };
}

/** The voting without anybody's dots on an item. */
export function withoutDots(voting: MeetingState['voting'], item: string): MeetingState['voting'] {
  const dots = Object.entries(voting.dots).map(([voter, mine]) => [voter, setDots(mine, item, 0)]);
  return { ...voting, dots: Object.fromEntries(dots) };
}

function setDots(mine: Record<string, number> = {}, item: string, count: number): Record<string, number> {
  const { [item]: _before, ...others } = mine;
  return count > 0 ? { ...others, [item]: count } : others;
}
