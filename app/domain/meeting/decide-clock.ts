/** Running the meeting: its start, the items' clocks (C-rules of timebox.ts), its end. M3: the lead's alone. */
import { type Refusal, refuse } from '../refusal.ts';
import { type AgendaItem, listedItems, unfinishedItems } from './agenda.ts';
import type { MemberCommand, MemberContext } from './commands.ts';
import { closeVoting } from './decide-voting.ts';
import type { MeetingEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { MeetingState } from './state.ts';

type ClockCommand = Extract<
  MemberCommand,
  {
    kind:
      | 'meeting.start'
      | 'meeting.close'
      | 'item.start'
      | 'item.pause'
      | 'item.resume'
      | 'item.extend'
      | 'item.finish'
      | 'item.next';
  }
>;

export function decideClock(
  state: MeetingState,
  command: ClockCommand,
  { actor, now }: MemberContext,
): MeetingEvent[] | Refusal {
  // M3
  const ownItem = command.kind === 'item.finish' && find(state, command.item)?.bringer === actor;
  if (state.lead.holder !== actor && !ownItem) return refuse('not-leading');
  switch (command.kind) {
    case 'meeting.start':
      return state.status === 'live' ? [] : startMeeting(state);
    case 'meeting.close':
      return state.status === 'live' ? closeMeeting(state, 'by-lead') : refuse('out-of-date');
    case 'item.start':
      return startItem(state, command.item, command.rev, now);
    case 'item.next':
      return nextItem(state, command.running, now);
    default:
      return turnClock(state, command);
  }
}

function startMeeting(state: MeetingState): MeetingEvent[] {
  const started: MeetingEvent = { kind: 'meeting.started' };
  return state.voting.open ? [closeVoting(state), started] : [started];
}

/** M6 Closing finishes the running item; topics and hot seats that never started are left to be carried over. */
export function closeMeeting(state: MeetingState, how: 'by-lead' | 'forgotten'): MeetingEvent[] {
  const finished: MeetingEvent[] = state.running ? [{ kind: 'item.finished', item: state.running }] : [];
  const unfinished = unfinishedItems(state.items).map((item) => item.id);
  return [...finished, { kind: 'meeting.closed', how, unfinished }];
}

/** C4: starting an item finishes the one before, and starts the meeting if need be. */
function startItem(state: MeetingState, id: string, rev: number, now: number): MeetingEvent[] | Refusal {
  const item = find(state, id);
  if (!item || item.clock.rev !== rev || item.clock.state !== 'idle') return refuse('out-of-date');
  return beginWith(state, () => id, now);
}

/** C5: the click names what was running, so that two clicks move on by one item. */
function nextItem(state: MeetingState, running: string | null, now: number): MeetingEvent[] | Refusal {
  if (state.running !== running) return refuse('out-of-date');
  return beginWith(
    state,
    (live) => listedItems(live.items).find((item) => item.clock.state === 'idle')?.id,
    now,
  );
}

function beginWith(
  state: MeetingState,
  choose: (live: MeetingState) => string | undefined,
  now: number,
): MeetingEvent[] | Refusal {
  const opening = state.status === 'planned' ? startMeeting(state) : [];
  const live = opening.reduce((draft, event) => evolve(draft, logged(event, draft, now)), state);
  const finished: MeetingEvent[] = live.running ? [{ kind: 'item.finished', item: live.running }] : [];
  const chosen = choose(live);
  const begun: MeetingEvent[] = chosen ? [{ kind: 'item.started', item: chosen }] : [];
  const events = [...opening, ...finished, ...begun];
  return events.length > 0 ? events : refuse('out-of-date');
}

function turnClock(
  state: MeetingState,
  command: Extract<ClockCommand, { kind: 'item.pause' | 'item.resume' | 'item.extend' | 'item.finish' }>,
): MeetingEvent[] | Refusal {
  const item = find(state, command.item);
  if (!item || item.clock.rev !== command.rev) return refuse('out-of-date');
  const { state: clock } = item.clock;
  if (command.kind === 'item.pause')
    return clock === 'running' ? [{ kind: 'item.paused', item: item.id }] : refuse('out-of-date');
  if (command.kind === 'item.resume')
    return clock === 'paused' ? [{ kind: 'item.resumed', item: item.id }] : refuse('out-of-date');
  if (clock !== 'running' && clock !== 'paused') return refuse('out-of-date');
  if (command.kind === 'item.finish') return [{ kind: 'item.finished', item: item.id }];
  return [{ kind: 'item.extended', item: item.id, ms: command.minutes * 60_000 }];
}

function find(state: MeetingState, id: string): AgendaItem | undefined {
  return state.items.find((item) => item.id === id && !item.withdrawn);
}

function logged(event: MeetingEvent, state: MeetingState, at: number) {
  return { ...event, version: state.version + 1, at, actor: null, command: null };
}
