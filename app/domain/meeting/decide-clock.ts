/** Running the meeting: its start, the items' clocks (C-rules of timebox.ts), its end. M3: the lead's alone. */
import { type Refusal, refuse } from '../refusal.ts';
import { type AgendaItem, listedItems } from './agenda.ts';
import { ownerOf } from './challenge.ts';
import type { MemberCommand, MemberContext } from './commands.ts';
import { bringBack, endVote } from './decide-extension.ts';
import { enterPhase, leavePhase } from './decide-phase.ts';
import { closeVoting } from './decide-voting.ts';
import type { MeetingEvent } from './events.ts';
import { foldFrom } from './fold.ts';
import { lostBy, madeUp } from './overrun.ts';
import { endsAt, type MeetingState } from './state.ts';
import { unfinishedItems } from './unfinished.ts';

type ClockCommand = Extract<
  MemberCommand,
  {
    kind:
      | 'meeting.start'
      | 'meeting.close'
      | 'item.start'
      | 'item.pause'
      | 'item.resume'
      | 'item.finish'
      | 'item.next';
  }
>;

export function decideClock(
  state: MeetingState,
  command: ClockCommand,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  const { actor, now } = context;
  // M3
  const own = command.kind === 'item.finish' ? find(state, command.item) : undefined;
  const isTheirs = own !== undefined && ownerOf(state.items, own) === actor;
  if (state.lead.holder !== actor && !isTheirs) return refuse('not-leading');
  switch (command.kind) {
    case 'meeting.start':
      return state.status === 'live' ? [] : startMeeting(state, now);
    case 'meeting.close':
      return state.status === 'live'
        ? closeMeeting(state, { how: 'by-lead', ...(command.notes && { notes: command.notes }) })
        : refuse('out-of-date');
    case 'item.start':
      return startItem(state, command, context);
    case 'item.next':
      return nextItem(state, command.running, context);
    default:
      return turnClock(state, command, now);
  }
}

/** T5: what a late start costs is made up for before the first item. */
function startMeeting(state: MeetingState, now: number): MeetingEvent[] {
  const voted = state.voting.open ? [closeVoting(state)] : [];
  const late = Math.max(0, now - state.startsAt);
  return [...voted, { kind: 'meeting.started' }, ...makeUp(foldFrom(state, voted, now), late, now)];
}

/**
 * M6 Closing finishes the running item; topics and hot seats that never started are left to be carried over. One that was
 * forgotten was over at `until`, in ms (H4).
 */
export function closeMeeting(
  state: MeetingState,
  { how, ...more }: { how: 'by-lead'; notes?: 'carry' } | { how: 'forgotten'; until: number },
): MeetingEvent[] {
  const unfinished = unfinishedItems(state.items).map((item) => item.id);
  const until = 'until' in more ? { until: more.until } : {};
  return [...finishRunning(state, until), { kind: 'meeting.closed', how, unfinished, ...more }];
}

/** C4: starting an item finishes the one before, and starts the meeting if need be. */
function startItem(
  state: MeetingState,
  { item: id, rev }: Extract<ClockCommand, { kind: 'item.start' }>,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  const item = find(state, id);
  if (!item || item.clock.rev !== rev || item.clock.state !== 'idle') return refuse('out-of-date');
  return beginWith(state, () => id, context);
}

/** C5: the click names what was running, so that two clicks move on by one item. */
function nextItem(
  state: MeetingState,
  running: string | null,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  if (state.running !== running) return refuse('out-of-date');
  return beginWith(
    state,
    (live) => listedItems(live.items).find((item) => item.clock.state === 'idle' && !item.dropped)?.id,
    context,
  );
}

function beginWith(
  state: MeetingState,
  choose: (live: MeetingState) => string | undefined,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  const { now } = context;
  const opening = state.status === 'planned' ? startMeeting(state, now) : [];
  const live = foldFrom(state, opening, now);
  const finished = live.running ? finishAndGain(live, now) : makeUp(live, idleMs(live, now), now);
  const free = foldFrom(live, finished, now);
  const chosen = choose(free);
  const events = [...opening, ...finished, ...(chosen ? begin(free, chosen, context) : [])];
  return events.length > 0 ? events : refuse('out-of-date');
}

/** An item from a format begins with its first phase; one that had dropped out is back by that. */
function begin(state: MeetingState, id: string, context: MemberContext): MeetingEvent[] {
  const dropped = find(state, id)?.dropped;
  const back: MeetingEvent[] = dropped
    ? [{ kind: 'agenda.absorbed', taken: [], dropped: [], back: [id] }]
    : [];
  const started: MeetingEvent[] = [...back, { kind: 'item.started', item: id }];
  const after = foldFrom(state, started, context.now);
  const item = find(after, id);
  return item ? [...started, ...enterPhase(after, item, 0, context)] : started;
}

/** What ends with the running item: its phase, a vote on more time, its clock. */
function finishRunning(state: MeetingState, until: { until?: number } = {}): MeetingEvent[] {
  if (!state.running) return [];
  return [...leavePhase(state), ...endVote(state), { kind: 'item.finished', item: state.running, ...until }];
}

/** T5 T7: what the item took too long is made up for; what it left brings back what had dropped out. */
function finishAndGain(state: MeetingState, now: number): MeetingEvent[] {
  const item = state.running === null ? undefined : find(state, state.running);
  const finished = finishRunning(state);
  const after = foldFrom(state, finished, now);
  const shortened = makeUp(after, item ? lostBy(item, now) : 0, now);
  return [...finished, ...(shortened.length > 0 ? shortened : bringBack(after, now))];
}

/** T5: for how long nothing has run, since the last item or the start, in ms. */
function idleMs({ items, startedAt }: MeetingState, now: number): number {
  const ends = items.flatMap(({ clock }) => clock.finishedAt ?? []);
  return startedAt === null ? 0 : Math.max(0, now - Math.max(startedAt, ...ends));
}

function makeUp(state: MeetingState, lostMs: number, now: number): MeetingEvent[] {
  const { taken, dropped } = madeUp({ items: state.items, endsAt: endsAt(state) }, lostMs, now);
  return taken.length + dropped.length > 0 ? [{ kind: 'agenda.absorbed', taken, dropped, back: [] }] : [];
}

function turnClock(
  state: MeetingState,
  command: Extract<ClockCommand, { kind: 'item.pause' | 'item.resume' | 'item.finish' }>,
  now: number,
): MeetingEvent[] | Refusal {
  const item = find(state, command.item);
  if (!item || item.clock.rev !== command.rev) return refuse('out-of-date');
  const { state: clock } = item.clock;
  if (command.kind === 'item.pause')
    return clock === 'running' ? [{ kind: 'item.paused', item: item.id }] : refuse('out-of-date');
  if (command.kind === 'item.resume')
    return clock === 'paused' ? [{ kind: 'item.resumed', item: item.id }] : refuse('out-of-date');
  if (clock !== 'running' && clock !== 'paused') return refuse('out-of-date');
  return finishAndGain(state, now);
}

function find(state: MeetingState, id: string): AgendaItem | undefined {
  return state.items.find((item) => item.id === id && !item.withdrawn);
}
