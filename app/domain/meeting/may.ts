/** What a member may do right now, for screens to show; `decide` has the last word. */
import { type AgendaItem, isFrozen } from './agenda.ts';
import { wayToLead } from './baton.ts';
import { isPresent, isRoomOpen, type MeetingState } from './state.ts';
import { mayTakePart } from './turn.ts';

export type Permissions = {
  /** The meeting still takes changes. */
  change: boolean;
  /** The room is open, and in the phase that is on it is this member’s turn to write. */
  talk: boolean;
  /** This member leads. */
  lead: boolean;
  /** How this member could take the lead now, or null. */
  takeLead: 'stepped-in' | 'taken-back' | null;
  arrange: boolean;
  vote: boolean;
};

export function permissionsOf(state: MeetingState, person: string, now: number): Permissions {
  const change = state.status === 'planned' || state.status === 'live';
  const lead = state.lead.holder === person;
  return {
    change,
    talk: isRoomOpen(state, now) && mayTakePart(state, person),
    lead,
    takeLead: change && isRoomOpen(state, now) ? wayToLead(state, person) : null,
    arrange: change && (state.status === 'planned' || lead),
    vote: change && state.voting.open,
  };
}

/** A7: whether this member may edit or withdraw the item. */
export function mayChangeItem(state: MeetingState, item: AgendaItem, person: string): boolean {
  if (item.withdrawn || isFrozen(item)) return false;
  const theirs = [item.bringer, item.proposer, state.lead.holder].includes(person);
  return theirs || (item.bringer === null && item.itemKind !== 'hot-seat');
}

/** How often an item is carried over by itself; what has come that often asks its owner (T6). */
export const MOST_SILENT = 2;

/** T6: whether this member is the one to say that the item shall be carried over once more. */
export function mayKeepItem(state: MeetingState, item: AgendaItem, person: string): boolean {
  const isOpen = state.status === 'planned' || state.status === 'live';
  if (!isOpen || item.withdrawn || item.kept || isFrozen(item) || item.carried < MOST_SILENT) return false;
  return item.bringer === null || [item.bringer, item.proposer, state.lead.holder].includes(person);
}

/** Who may be given the floor or the lead: everyone in the room. */
export function presentPeople(state: MeetingState): string[] {
  return Object.keys(state.attendance).filter((person) => isPresent(state, person));
}
