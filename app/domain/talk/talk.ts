/**
 * What is said in a room, a meeting's or a circle's: post, edit and retract one's own words, reply in threads.
 *
 * K1 Words are edited and retracted by their author alone.
 * K2 A retracted line keeps its place and loses its words, for good. An edit that comes too late is refused as out of
 *    date, so that its words are kept for their author.
 * K3 A message id is used once among the lines the state holds.
 * K4 The state holds the newest TALK_TAIL lines; older ones are read from the log and cannot be changed any more.
 * K5 Minutes hold all that was said, however much it was.
 * K6 A reply belongs to the thread of the line it answers; a reply to a reply goes to the same thread. Threads are a
 *    circle's room's; a meeting's talk is one line after the other.
 * K7 The state holds, besides its newest lines, the lines that begin their threads. A thread none of whose lines is
 *    among the newest rests: it is read, not answered.
 */
import type { LineForm } from '../meeting/phases.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { handOnIds, holdsLine } from './line-ids.ts';
import { opened, revealed, seal, sealedOf, type Words, withEdit, withHidden } from './sealed.ts';

/** How many of the newest lines the folded state holds; with the beginnings of their threads at most twice as many. */
export const TALK_TAIL = 500;
/** The most characters in one line. Source: the trust design, c6. */
export const MESSAGE_LIMIT = 8_000;

export type Message = {
  id: string;
  /** The version of the event that posted it: its place in the log and the target of links. */
  version: number;
  author: string;
  at: number;
  /** The id of the line that begins its thread; null where it begins one itself. */
  thread: string | null;
  /** null once retracted, and while it is hidden (sealed.ts). */
  text: string | null;
  editedAt: number | null;
  /** The form it was written in, where one was asked for. */
  form?: LineForm;
  hidden?: true;
  sealed?: string;
};

export type TalkCommand =
  /** `thread`: any line of the thread it belongs to. */
  | { kind: 'message.post'; message: string; text: string; thread?: string; form?: LineForm }
  | { kind: 'message.edit'; message: string; text: string }
  | { kind: 'message.retract'; message: string };

export type TalkEvent =
  | ({ kind: 'message.posted'; message: string; thread?: string; form?: LineForm } & Words)
  | ({ kind: 'message.edited'; message: string } & Words)
  | { kind: 'message.revealed'; lines: Record<string, string> }
  | { kind: 'message.retracted'; message: string };

/** Whether a command is about words. */
export function isTalkCommand(command: { kind: string }): command is TalkCommand {
  return command.kind.startsWith('message.');
}

/**
 * Decides about words. `messages` is the tail, `actor` a member who may speak now, `threaded` whether the room has
 * threads, `form` the form of a new line: what is written in silence is hidden (K8).
 */
export function decideTalk(
  messages: readonly Message[],
  command: TalkCommand,
  actor: string,
  { threaded = false, form }: { threaded?: boolean; form?: LineForm | undefined } = {},
): TalkEvent[] | Refusal {
  if (command.kind === 'message.post') {
    if (holdsLine(messages, command.message)) return refuse('already-done');
    const { message, text, thread } = command;
    if (thread === undefined) {
      // Most of what is ever said.
      if (!form) return [{ kind: 'message.posted', message, text }];
      const words = form === 'silent-writing' ? seal(text) : { text };
      return [{ kind: 'message.posted', message, ...words, form }];
    }
    if (!threaded) return refuse('bad-input', { field: 'thread' });
    return reply(messages, { message, text, thread });
  }
  const known = messages.findLast(({ id }) => id === command.message);
  if (!known) return refuse('out-of-date');
  if (known.author !== actor) return refuse('not-yours');
  const isTakenBack = known.text === null && !known.hidden;
  if (command.kind === 'message.retract') {
    return isTakenBack ? refuse('already-done') : [{ kind: 'message.retracted', message: command.message }];
  }
  if (isTakenBack) return refuse('out-of-date', { message: takenBack });
  if ((known.sealed ?? known.text) === command.text) return [];
  const words = known.hidden ? seal(command.text) : { text: command.text };
  return [{ kind: 'message.edited', message: command.message, ...words }];
}

/** K6 K7 */
function reply(
  messages: readonly Message[],
  { message, text, thread }: { message: string; text: string; thread: string },
): TalkEvent[] | Refusal {
  const answered = messages.findLast(({ id }) => id === thread);
  if (!answered) return refuse('out-of-date', { message: resting });
  return [{ kind: 'message.posted', message, text, thread: answered.thread ?? answered.id }];
}

const takenBack = 'You took this line back meanwhile, on another screen.';
const resting = 'That conversation rests by now. Begin a new one, and link to it.';

export type LoggedTalk = TalkEvent & { version: number; at: number; actor: string | null };

/** The talk after one event; `tail` is how many lines are kept. */
export function evolveTalk(
  messages: readonly Message[],
  event: LoggedTalk,
  tail = TALK_TAIL,
): readonly Message[] {
  if (event.kind === 'message.posted') {
    const line = lineOf(event);
    const known = line.hidden ? withHidden(messages, line) : null;
    if (known) return known;
    return withLine(messages, line, tail);
  }
  if (event.kind === 'message.revealed') return revealed(messages, event.lines);
  return messages.map((line) => {
    if (line.id !== event.message) return line;
    if (event.kind === 'message.retracted') return { ...opened(line), text: null, editedAt: event.at };
    if (line.hidden) return withEdit(line, event);
    // K9
    if (event.hidden) return line;
    // K2: a log whose retracted words were taken out folds to the same state.
    return line.text === null ? line : { ...line, text: event.text, editedAt: event.at };
  });
}

/** The line that an event posts. */
export function lineOf(event: LoggedTalk & { kind: 'message.posted' }): Message {
  const { message: id, version, at, text, thread = null, form, hidden } = event;
  const line: Message = { id, version, author: event.actor ?? '', at, thread, text, editedAt: null };
  if (!form && !hidden) return line;
  return { ...line, ...(form && { form }), ...(hidden && { hidden }), ...sealedOf(event) };
}

/** A new list with a line at its end, and of the lines before it those that stay (K4, K7). */
export function withLine(before: readonly Message[], line: Message, tail: number): Message[] {
  const lines = before.length < tail ? [...before, line] : newestOf(before, line, tail);
  handOnIds(before, lines, line);
  return lines;
}

/** K4 K7 K8: the newest lines, and before them those that begin their threads and those that nobody has read yet. */
function newestOf(before: readonly Message[], line: Message, tail: number): Message[] {
  const newest = before.slice(before.length + 1 - tail);
  newest.push(line);
  const older = before.slice(0, before.length + 1 - tail);
  const begun = threadsOf(newest);
  const stay = older.filter(({ id, hidden }) => hidden || begun.has(id));
  return stay.length > 0 ? [...stay, ...newest] : newest;
}

function threadsOf(lines: readonly Message[]): Set<string> {
  const threads = new Set<string>();
  for (const { thread } of lines) if (thread !== null) threads.add(thread);
  return threads;
}

/** All that was said, from the whole log of a room: what minutes and exports are made of. */
export function wholeTalk(events: readonly { kind: string }[]): readonly Message[] {
  const talk = events.filter((event): event is LoggedTalk => event.kind.startsWith('message.'));
  return talk.reduce<readonly Message[]>(
    (lines, event) => evolveTalk(lines, event, Number.POSITIVE_INFINITY),
    [],
  );
}
