import type { MeetingState } from '#app/domain/meeting/state.ts';
import { spokenFloor } from './spoken-floor.ts';
import { spokenLead } from './spoken-lead.ts';
import { spokenExtension, spokenPhase, spokenTime } from './spoken-phase.ts';

/** Who "you" are, and what everybody is called. */
type Listener = { me: string; nameOf: (person: string) => string };

/** What a screen reader is told about the way from one state to the next: the item, the floor, the lead. */
export function spokenChanges(before: MeetingState, after: MeetingState, listener: Listener): string[] {
  return [
    ...statusChange(before, after),
    ...spokenLead(before, after, listener),
    ...itemChange(before, after),
    ...spokenPhase(before, after, listener),
    ...spokenExtension(before, after),
    ...spokenTime(before, after),
    ...spokenFloor(before, after, listener),
  ];
}

function statusChange(before: MeetingState, after: MeetingState): string[] {
  if (before.status === after.status) return [];
  if (after.status === 'live') return ['The meeting has started.'];
  if (after.status === 'closed') return ['The meeting is closed.'];
  return after.status === 'skipped' ? ['The meeting was called off.'] : [];
}

function itemChange(before: MeetingState, after: MeetingState): string[] {
  const item = after.items.find(({ id }) => id === after.running);
  if (after.running !== before.running) {
    if (item) return [`Now: ${item.title}, ${item.minutes} minutes.`];
    return after.status === 'live' ? ['The item is finished.'] : [];
  }
  const known = before.items.find(({ id }) => id === before.running);
  if (!item || !known) return [];
  if (item.clock.state === known.clock.state) return [];
  return [item.clock.state === 'paused' ? 'The clock is paused.' : 'The clock runs again.'];
}
