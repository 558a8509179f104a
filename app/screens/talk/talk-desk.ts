import type { ReactNode } from 'react';
import type { Message } from '#app/domain/talk/talk.ts';
import type { Pending } from '../live/room-state.ts';

/** What a reader can do with the talk; the same object as long as the page lives. */
export type TalkDesk = {
  post: (text: string) => void;
  edit: (message: string, text: string) => void;
  retract: (message: string) => void;
  /** Makes something of a line, where the room knows decisions and action items. */
  catchFrom?: (message: Message, what: 'decision' | 'action') => void;
  /** What stands below a line in this room. */
  below?: (message: Message) => ReactNode;
  /** Where a line is found by others. */
  linkTo?: (message: string) => string;
  retry: (id: string) => void;
  discard: (id: string) => void;
  typing: (on: boolean) => void;
  /** The place of what one begins to change, by line. */
  draftKey: string;
};

/** An own line that waits: a new one, a change of one, or one that is being taken back. */
export type PendingLine = Pending & {
  command: {
    kind: 'message.post' | 'message.edit' | 'message.retract';
    message: string;
    text?: string;
    thread?: string;
  };
};

export function isPendingLine(one: Pending): one is PendingLine {
  return one.command.kind.startsWith('message.');
}

/** The newest of the own changes of a line that are on their way: what its author made of it. */
export function changeOf(pending: readonly PendingLine[], message: string): PendingLine | undefined {
  return pending.findLast(({ command }) => command.message === message);
}
