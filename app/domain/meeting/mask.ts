/**
 * What leaves the server: every event and every state goes through here first.
 *
 * V2 Before voting closes a vote shows only that its owner voted; a reader's state holds the reader's own dots.
 * W1 What is written in silence shows only that somebody wrote, until it is revealed.
 * T2 A thumb shows only that its owner voted, also when the vote is over: the outcome has the sums.
 * The author knows the content from the answer, and the tab that sent it from what it sent; `voting.closed` carries what
 * becomes known to all.
 */
import { withoutSealed } from '../talk/sealed.ts';
import type { Message } from '../talk/talk.ts';
import type { MemberCommand } from './commands.ts';
import type { LoggedMeetingEvent } from './events.ts';
import type { MeetingState } from './state.ts';

/** The form of an event that every reader of the room may see: same version, no hidden content. */
export function maskEvent(event: LoggedMeetingEvent): LoggedMeetingEvent {
  switch (event.kind) {
    case 'vote.cast':
      return { ...event, item: null, dots: null };
    case 'thumb.shown':
      return { ...event, thumb: null };
    case 'message.posted':
    case 'message.edited':
      return 'sealed' in event ? withoutSealed(event) : event;
    default:
      return event;
  }
}

/** A masked event of one's own command, with what one said in it. What comes with its content is left as it is. */
export function unmaskEvent(event: LoggedMeetingEvent, own: MemberCommand): LoggedMeetingEvent {
  if (event.kind === 'vote.cast' && own.kind === 'vote.cast')
    return { ...event, item: own.item, dots: own.dots };
  if (event.kind === 'thumb.shown' && own.kind === 'thumb.show') return { ...event, thumb: own.thumb };
  return 'hidden' in event && !('sealed' in event) && 'text' in own ? { ...event, sealed: own.text } : event;
}

/** Whether masking takes something away, so that the author must be told apart. */
export function isHidden(event: LoggedMeetingEvent): boolean {
  return event.kind === 'vote.cast' || event.kind === 'thumb.shown' || 'sealed' in event;
}

/** The state as this reader may see it. */
export function maskState(state: MeetingState, reader: string): MeetingState {
  const { voting, extension, messages } = state;
  return {
    ...state,
    voting: { ...voting, dots: ownPart(voting.dots, reader) },
    extension: extension && { ...extension, thumbs: ownPart(extension.thumbs, reader) },
    messages: messages.some(({ hidden }) => hidden)
      ? messages.map((line) => maskLine(line, reader))
      : messages,
  };
}

function ownPart<Part>(parts: Record<string, Part>, reader: string): Record<string, Part> {
  const mine = parts[reader];
  return mine === undefined ? {} : { [reader]: mine };
}

/** W1 */
function maskLine(line: Message, reader: string): Message {
  return line.hidden && line.author !== reader ? withoutSealed(line) : line;
}
