/**
 * The room of a circle that is always open: talk between meetings, in threads, and nothing else. It is a log like a
 * meeting's, folded by the same `evolve`; what differs is what may happen in it.
 *
 * O1 It has no beginning and no end: whoever is a member now may speak at any time.
 * O2 Everything but talk is refused, from members and from the house.
 */
import type { CommandContext, MeetingCommand } from '../meeting/commands.ts';
import { emptyMeeting, type MeetingState } from '../meeting/state.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { decideTalk, isTalkCommand, type TalkEvent } from '../talk/talk.ts';

/** Before anybody has said anything. */
export const emptyCircleRoom: MeetingState = { ...emptyMeeting, kind: 'circle' };

/** The events a command comes to in a circle's room, or why it may not happen. */
export function decideInCircle(
  state: MeetingState,
  command: MeetingCommand,
  { actor, members }: CommandContext,
): TalkEvent[] | Refusal {
  if (actor !== null && !members.has(actor)) return refuse('not-found');
  if (actor === null || !isTalkCommand(command)) return refuse('not-allowed', { message: onlyTalk });
  return decideTalk(state.messages, command, actor, { threaded: true });
}

const onlyTalk = 'This room is for talking between meetings.';
