import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import type { RoomPerson } from '#app/domain/meeting/protocol.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import type { Refusal } from '#app/domain/refusal.ts';

/** How this tab stands to the server. `cut`: the room is shut for this person; `renewed`: reload the page. */
export type Connection = 'connecting' | 'live' | 'offline' | 'signed-out' | 'cut' | 'renewed';

/**
 * An own command on its way. `sending`: it went out; `waiting`: not sent yet, it will go by itself;
 * `refused`: it cannot be accepted any more and is kept for its author to copy; without a `refusal`, because the room is
 * shut for them.
 */
export type Pending = {
  id: string;
  command: MemberCommand;
  at: number;
  progress: 'sending' | 'waiting' | 'refused';
  refusal?: Refusal;
};

/** Everything a live page shows: the fold, and what is only true for this tab. */
export type RoomState = {
  room: string;
  me: string;
  meeting: MeetingState;
  people: readonly RoomPerson[];
  connection: Connection;
  here: readonly string[];
  typing: readonly string[];
  pending: readonly Pending[];
  /** Add to this browser's clock to get the server's, in ms. */
  offset: number;
};

/** Commands that carry words: they wait for the network, in order. The others are about this very moment. */
export function carriesWords({ kind }: MemberCommand): boolean {
  return (
    kind.startsWith('message.') ||
    kind.startsWith('decision.') ||
    kind.startsWith('action.') ||
    kind === 'item.propose' ||
    kind === 'item.edit'
  );
}
