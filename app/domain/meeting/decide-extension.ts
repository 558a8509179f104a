/** More time for an item, by the circle's thumbs: T-rules of overrun.ts. */
import { type Refusal, refuse } from '../refusal.ts';
import { type AgendaItem, isFrozen } from './agenda.ts';
import { ownerOf } from './challenge.ts';
import type { CommandContext, HouseCommand, MemberCommand, MemberContext } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import { MOST_SILENT, mayKeepItem, presentPeople } from './may.ts';
import { isExtended, type Offer, offerFor, overAtVote, pulledUp, VOTE_LASTS } from './overrun.ts';
import { hasRole } from './roles.ts';
import { endsAt, isPresent, type MeetingState } from './state.ts';
import { remainingMs } from './timebox.ts';

const NO_TIME = 'There is no time left to give before the planned end.';

type ExtensionCommand = Extract<MemberCommand, { kind: 'extension.ask' | 'thumb.show' | 'item.keep' }>;

export function decideExtension(
  state: MeetingState,
  command: ExtensionCommand,
  { actor, now }: MemberContext,
): MeetingEvent[] | Refusal {
  switch (command.kind) {
    case 'extension.ask':
      return ask(state, command, { actor, now });
    case 'thumb.show':
      return showThumb(state, command, actor);
    case 'item.keep':
      return keep(state, command.item, actor);
  }
}

/** The lead, the owner or the timekeeper (Q4) asks, seeing what would drop out. */
function ask(
  state: MeetingState,
  { item: id, rev, drops }: Extract<ExtensionCommand, { kind: 'extension.ask' }>,
  { actor, now }: { actor: string; now: number },
): MeetingEvent[] | Refusal {
  const item = state.items.find((one) => one.id === id && !one.withdrawn);
  const keepsTime = hasRole(state, actor, 'timekeeper');
  const isTheirs = item !== undefined && ownerOf(state.items, item) === actor;
  if (state.lead.holder !== actor && !isTheirs && !keepsTime) return refuse('not-leading');
  if (item?.clock.rev !== rev) return refuse('out-of-date');
  const offer = offerNow(state, item, now);
  if (!offer) return refuse('limit-reached', { message: NO_TIME });
  const { dropped } = offer.absorption;
  const isSeen = dropped.length === drops.length && dropped.every((one) => drops.includes(one));
  return isSeen ? [opened(item, offer, now)] : refuse('out-of-date');
}

/**
 * Whether a vote may open on this item at `now`, and on what. A vote that said no stands; where there only was no time to
 * give, there may be some by now.
 */
export function offerNow(state: MeetingState, item: AgendaItem, now: number): Offer | null {
  const { extension } = state;
  if (extension?.outcome === null) return null;
  if (extension?.item === item.id && extension.outcome.why === 'voted' && !extension.outcome.granted)
    return null;
  if (state.running !== item.id || item.clock.state !== 'running') return null;
  return offerFor({ items: state.items, endsAt: endsAt(state) }, item, now + VOTE_LASTS);
}

/** T2: the instant at which the vote on the running item opens by itself, in ms; null when it does not. */
export function voteOpensAt(state: MeetingState): number | null {
  const item = state.items.find(({ id }) => id === state.running);
  if (item?.clock.state !== 'running' || item.clock.startedAt === null) return null;
  // Once for each time that an item has: what came to nothing is asked again by people alone.
  if (state.extension?.item === item.id && !state.extension.outcome?.granted) return null;
  const at = item.clock.startedAt + remainingMs(item, item.clock.startedAt);
  const offer = presentPeople(state).length > 0 ? offerNow(state, item, at) : null;
  return offer && offer.absorption.dropped.length === 0 ? at : null;
}

/** T2: the instant at which the open vote closes, in ms, or null. */
export function voteClosesAt({ extension }: Pick<MeetingState, 'extension'>): number | null {
  return extension?.outcome === null ? extension.closesAt : null;
}

type HouseExtension = Extract<HouseCommand, { kind: 'extension.open' | 'extension.close' }>;

/** T2: the vote opens and closes by the clock. */
export function decideExtensionByHouse(
  state: MeetingState,
  command: HouseExtension,
  { now }: CommandContext,
): MeetingEvent[] | Refusal {
  if (command.kind === 'extension.close') return closeByClock(state, command.item, now);
  const item = state.items.find(({ id }) => id === command.item);
  const at = state.running === command.item ? voteOpensAt(state) : null;
  if (!item || at === null) return refuse('out-of-date');
  if (now < at) return refuse('too-early');
  const offer = offerNow(state, item, now);
  if (offer && offer.absorption.dropped.length === 0) return [opened(item, offer, now)];
  // The house came late and the time is gone: that is the answer, and nobody is asked again.
  const missed = offerNow(state, item, at);
  return missed ? [opened(item, missed, at), missedVote(item.id)] : refuse('out-of-date');
}

function opened(item: AgendaItem, { ms, absorption }: Offer, now: number): MeetingEvent {
  return { kind: 'extension.opened', item: item.id, ms, absorption, closesAt: now + VOTE_LASTS };
}

function showThumb(
  state: MeetingState,
  { item, thumb }: Extract<ExtensionCommand, { kind: 'thumb.show' }>,
  actor: string,
): MeetingEvent[] | Refusal {
  const { extension } = state;
  if (extension?.item !== item || extension.outcome !== null) return refuse('voting-closed');
  if (!isPresent(state, actor)) return refuse('not-present', { message: 'Only people in the room vote.' });
  return extension.thumbs[actor] === thumb ? [] : [{ kind: 'thumb.shown', thumb }];
}

/** T3 T5: what the thumbs come to. The agenda may have changed since: then what was shown must still be enough. */
function closeByClock(state: MeetingState, id: string, now: number): MeetingEvent[] | Refusal {
  const { extension } = state;
  if (extension?.item !== id || extension.outcome !== null) return refuse('out-of-date');
  if (now < extension.closesAt) return refuse('too-early');
  const item = state.items.find((one) => one.id === id);
  const offer = item && offerFor({ items: state.items, endsAt: endsAt(state) }, item, extension.closesAt);
  const isAsShown = offer?.absorption.dropped.every((one) => extension.absorption.dropped.includes(one));
  const wanted = isExtended(extension.thumbs, presentPeople(state));
  if (!wanted || !offer || !isAsShown) return [closed(state, false, wanted ? 'no-longer-fits' : 'voted')];
  const { taken, dropped } = offer.absorption;
  const changes = taken.length + dropped.length > 0;
  return [
    closed(state, true, 'voted'),
    { kind: 'item.extended', item: id, ms: extension.ms + overAtVote(item, extension.closesAt) },
    ...(changes ? [{ kind: 'agenda.absorbed', taken, dropped, back: [] } satisfies MeetingEvent] : []),
  ];
}

function closed(
  state: MeetingState,
  granted: boolean,
  why: 'voted' | 'no-longer-fits' | 'moved-on',
): MeetingEvent {
  const thumbs = presentPeople(state).map((person) => state.extension?.thumbs[person] ?? 'sideways');
  const count = (wanted: string) => thumbs.filter((thumb) => thumb === wanted).length;
  const sums = { up: count('up'), abstained: count('sideways'), down: count('down') };
  return { kind: 'extension.closed', item: state.extension?.item ?? '', granted, ...sums, why };
}

function missedVote(item: string): MeetingEvent {
  const sums = { up: 0, abstained: 0, down: 0 };
  return { kind: 'extension.closed', item, granted: false, ...sums, why: 'no-longer-fits' };
}

/** T3: the item is over before the vote is; nothing is extended. */
export function endVote(state: MeetingState): MeetingEvent[] {
  return state.extension?.outcome === null ? [closed(state, false, 'moved-on')] : [];
}

/** T7: dropped topics that come back, now that an item has ended with time to spare. */
export function bringBack(state: MeetingState, now: number): MeetingEvent[] {
  const back = pulledUp(state.items, endsAt(state), now);
  return back.length > 0 ? [{ kind: 'agenda.absorbed', taken: [], dropped: [], back }] : [];
}

/** T6: its owner, or the lead, wants it carried over a third time. */
function keep(state: MeetingState, id: string, actor: string): MeetingEvent[] | Refusal {
  const item = state.items.find((one) => one.id === id && !one.withdrawn);
  if (!item || isFrozen(item) || item.carried < MOST_SILENT) return refuse('out-of-date');
  if (item.kept) return [];
  return mayKeepItem(state, item, actor) ? [{ kind: 'item.kept', item: id }] : refuse('not-yours');
}
