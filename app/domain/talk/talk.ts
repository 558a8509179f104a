/**
 * What is said in a room, a meeting's or a circle's: post, edit and retract one's own words.
 *
 * K1 Words are edited and retracted by their author alone.
 * K2 A retracted line keeps its place and loses its words, for good.
 * K3 A message id is used once among the lines the state holds.
 * K4 The state holds the newest TALK_TAIL lines; older ones are read from the log and cannot be changed any more.
 * K5 Minutes hold all that was said, however much it was.
 */
import { type Refusal, refuse } from '../refusal.ts';

/** How many lines the folded state holds. */
export const TALK_TAIL = 500;
/** The most characters in one line. Source: the trust design, c6. */
export const MESSAGE_LIMIT = 8_000;

export type Message = {
  id: string;
  /** The version of the event that posted it: its place in the log and the target of links. */
  version: number;
  author: string;
  at: number;
  /** null once retracted. */
  text: string | null;
  editedAt: number | null;
};

export type TalkCommand =
  | { kind: 'message.post'; message: string; text: string }
  | { kind: 'message.edit'; message: string; text: string }
  | { kind: 'message.retract'; message: string };

export type TalkEvent =
  | { kind: 'message.posted'; message: string; text: string | null }
  | { kind: 'message.edited'; message: string; text: string | null }
  | { kind: 'message.retracted'; message: string };

/** Decides about words. `messages` is the tail, `actor` a member who may speak now. */
export function decideTalk(
  messages: readonly Message[],
  command: TalkCommand,
  actor: string,
): TalkEvent[] | Refusal {
  const known = findLast(messages, command.message);
  if (command.kind === 'message.post') {
    if (known) return refuse('already-done');
    return [{ kind: 'message.posted', message: command.message, text: command.text }];
  }
  if (!known) return refuse('out-of-date');
  if (known.author !== actor) return refuse('not-yours');
  if (known.text === null) return refuse('already-done');
  if (command.kind === 'message.retract') return [{ kind: 'message.retracted', message: command.message }];
  if (known.text === command.text) return [];
  return [{ kind: 'message.edited', message: command.message, text: command.text }];
}

type LoggedTalk = TalkEvent & { version: number; at: number; actor: string | null };

/** The talk after one event; `tail` is how many lines are kept. */
export function evolveTalk(
  messages: readonly Message[],
  event: LoggedTalk,
  tail = TALK_TAIL,
): readonly Message[] {
  if (event.kind === 'message.posted') {
    const { message: id, version, at, text } = event;
    const line: Message = { id, version, author: event.actor ?? '', at, text, editedAt: null };
    const kept = messages.length >= tail ? messages.slice(messages.length - tail + 1) : messages;
    return [...kept, line];
  }
  return messages.map((line) => {
    if (line.id !== event.message) return line;
    if (event.kind === 'message.retracted') return { ...line, text: null, editedAt: event.at };
    // K2: a log whose retracted words were taken out folds to the same state.
    return line.text === null ? line : { ...line, text: event.text, editedAt: event.at };
  });
}

function findLast(messages: readonly Message[], id: string): Message | undefined {
  return messages.findLast((line) => line.id === id);
}

/** All that was said, from the whole log of a room: what minutes and exports are made of. */
export function wholeTalk(events: readonly { kind: string }[]): readonly Message[] {
  const talk = events.filter((event): event is LoggedTalk => event.kind.startsWith('message.'));
  return talk.reduce<readonly Message[]>(
    (lines, event) => evolveTalk(lines, event, Number.POSITIVE_INFINITY),
    [],
  );
}
