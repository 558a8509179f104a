// The log by itself, and against what was sent: gapless, each command once, as its sender meant it, and nobody else's.
import { isDeepStrictEqual } from 'node:util';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import type { Stored } from './stored.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

export function judgeLog({ log, version }: Stored, story: Story, { find }: Verdict): void {
  log.forEach((event, index) => {
    if (event.version !== index + 1)
      find('reordered', `the log has ${event.version} in place of ${index + 1}`);
    const before = log[index - 1];
    if (before && event.at < before.at) find('reordered', `time runs backwards at ${event.version}`);
  });
  if (version !== log.length) find('torn', `the room's row says ${version}, its log has ${log.length}`);

  const seen = new Map<string, number>();
  const messages = new Map<string, number>();
  /** By line: the one that begins its thread. */
  const threads = new Map<string, string>();
  for (const event of log) {
    const { command } = event;
    if (command && seen.has(command))
      find('duplicate', `command ${command} is at ${seen.get(command)} and at ${event.version}`);
    if (command) seen.set(command, event.version);
    if (event.kind === 'message.posted') {
      const earlier = messages.get(event.message);
      if (earlier) find('duplicate', `message ${event.message} is at ${earlier} and at ${event.version}`);
      messages.set(event.message, event.version);
    }
    judgeEvent(event, threads, story, find);
    if (event.kind === 'message.posted') threads.set(event.message, event.thread ?? event.message);
  }
}

function judgeEvent(
  event: LoggedMeetingEvent,
  threads: ReadonlyMap<string, string>,
  story: Story,
  find: Verdict['find'],
): void {
  // The house's own commands are nobody's; a command's further events carry no id.
  if (event.actor === null || event.command === null) return;
  const [sent] = story.sends.get(event.command) ?? [];
  if (!sent) {
    find('phantom', `${event.kind} at ${event.version} was never sent`);
    return;
  }
  if (sent.person !== event.actor) find('phantom', `${event.version} is in somebody else's name`);
  // Starting an item ends the one that runs first; that event carries the command's id.
  if (sent.command.kind === 'item.start' && event.kind !== 'item.started') return;
  if (!saysTheSame(event, inThread(sent.command, threads)))
    find('phantom', `${event.version} is not what was sent`);
}

/** Whoever answers a line may mean any of its thread; the log names the first. */
function inThread(command: object & { thread?: string }, threads: ReadonlyMap<string, string>): object {
  return command.thread === undefined ? command : { ...command, thread: threads.get(command.thread) };
}

/**
 * Whether every field that both have is the same. Words that were taken back are gone from the log; those that were
 * written in silence are sealed in it.
 */
function saysTheSame({ sealed, ...event }: object & { sealed?: string }, command: object): boolean {
  const stored: Record<string, unknown> = sealed === undefined ? { ...event } : { ...event, text: sealed };
  return Object.entries(command)
    .filter(([field]) => field !== 'kind' && field in stored)
    .every(
      ([field, value]) =>
        isDeepStrictEqual(stored[field], value) || (field === 'text' && stored.text === null),
    );
}
