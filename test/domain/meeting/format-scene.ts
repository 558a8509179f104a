/** A meeting in the middle of a format, and what is said and done in it. */
import type { LineForm } from '#app/domain/meeting/phases.ts';
import { currentPhase } from '#app/domain/meeting/turn.ts';
import { type Meeting, plannedMeeting } from './meeting-builder.ts';

let said = 0;
/** A line, each time anew. */
export function say(text: string, form?: LineForm) {
  said += 1;
  return { kind: 'message.post' as const, message: `m${said}`, text, ...(form && { form }) };
}

const ids = Array.from({ length: 14 }, (_, index) => `s${index}`);

/** Ada leads; Ada, Ben and Cleo are in the room; the format's step runs. */
export function running(format: string, step: string, bringer: string | null = 'ben'): Meeting {
  const meeting = plannedMeeting().at(-5).arrive('ada', 'ben', 'cleo');
  meeting.does('ada', { kind: 'format.choose', format, items: ids });
  if (bringer) meeting.does('ada', { kind: 'seat.give', item: step, person: bringer });
  meeting.at(0).clock('item.start', step);
  return meeting;
}

/** The lead goes on to this phase of the running item. */
export function go(meeting: Meeting, phase: number) {
  const current = currentPhase(meeting.state);
  const from = current?.index ?? -1;
  return meeting.does('ada', { kind: 'phase.start', item: current?.item.id ?? '', phase, from });
}
