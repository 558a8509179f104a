// What reached the tabs and what they show, against the log.
import { isDeepStrictEqual } from 'node:util';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { maskEvent } from '#app/domain/meeting/mask.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { withoutSealed } from '#app/domain/talk/sealed.ts';
import { refold } from './refold.ts';
import type { Stored } from './stored.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

export function judgeSight(stored: Stored, story: Story, { find }: Verdict): void {
  const { log } = stored;
  for (const { tab, person, events } of story.sights) {
    for (const event of events) {
      const known = log[event.version - 1];
      if (!known) find('phantom', `${tab} saw ${event.kind} at ${event.version}, which is not in the log`);
      else if (!isAsStored(event, known))
        find('phantom', `${tab} saw another ${event.version} than is stored`);
      if (event.actor !== person && isOpen(event))
        find('leaked', `${tab} saw what is hidden at ${event.version}`);
    }
  }

  const shown = new Map<string, number>();
  for (const { tab, version } of story.shows) {
    if (version < (shown.get(tab) ?? 0)) find('reordered', `${tab} went back to ${version}`);
    shown.set(tab, version);
  }

  const gone = new Set(story.left.map(({ person }) => person));
  for (const { tab, person, state, connection } of story.ends) {
    if (!gone.has(person) && (state.version < story.head || connection !== 'live'))
      find('unseen', `${tab} is ${connection} at ${state.version} of ${story.head}`);
    const votes = { ...state.voting.dots, ...state.extension?.thumbs };
    if (Object.keys(votes).some((one) => one !== person)) find('leaked', `${tab} holds the votes of others`);
    // What has been taken back since is gone from the log; who has left does not know of it.
    const since = takenBack(log.slice(state.version));
    const [seen, folded] = [state, refold(stored, state.version)].map((one) => without(one, since));
    if (!seen || !folded || state.version > log.length) continue;
    if (!isDeepStrictEqual(comparable(seen), comparable(folded)))
      find(
        'phantom',
        `${tab} shows something else at ${state.version} than its log: ${differences(seen, folded)}`,
      );
  }
}

function takenBack(events: readonly LoggedMeetingEvent[]): Set<string> {
  return new Set(events.flatMap((event) => (event.kind === 'message.retracted' ? event.message : [])));
}

function without(state: MeetingState, lines: ReadonlySet<string>): MeetingState {
  return lines.size === 0 ? state : { ...state, messages: state.messages.filter(({ id }) => !lines.has(id)) };
}

/** As it left the server then: words may have been taken back since, what is hidden may have been masked. */
function isAsStored(seen: LoggedMeetingEvent, stored: LoggedMeetingEvent): boolean {
  const isBlanked = 'text' in stored && stored.text === null && !('sealed' in stored);
  const now = (event: LoggedMeetingEvent) =>
    plain(isBlanked ? { ...event, text: null, sealed: null } : event);
  const then = seen.kind === 'message.revealed' ? withLinesOf(seen, stored) : seen;
  return [stored, maskEvent(stored)].some((form) => isDeepStrictEqual(now(then), now(form)));
}

/** Without the lines that were taken back after everybody had read them. */
function withLinesOf(seen: LoggedMeetingEvent, stored: LoggedMeetingEvent): LoggedMeetingEvent {
  if (seen.kind !== 'message.revealed' || stored.kind !== 'message.revealed') return seen;
  const lines = Object.entries(seen.lines).filter(([id]) => id in stored.lines);
  return { ...seen, lines: Object.fromEntries(lines) };
}

/** Whether an event carries what nobody but its author may know yet. */
function isOpen(event: LoggedMeetingEvent): boolean {
  if (event.kind === 'vote.cast') return event.item !== null || event.dots !== null;
  if (event.kind === 'thumb.shown') return event.thumb !== null;
  return 'sealed' in event;
}

const plain = <Thing>(thing: Thing): Thing => JSON.parse(JSON.stringify(thing));

/** Votes and hidden words are each reader's own, and a second tab learns of them only on entering again. */
function comparable(state: MeetingState): object {
  const { voting, extension, messages } = state;
  return plain({
    ...state,
    messages: messages.map(withoutSealed),
    voting: { ...voting, dots: {} },
    extension: extension && { ...extension, thumbs: {} },
  });
}

function differences(one: MeetingState, other: MeetingState): string {
  const [a, b] = [comparable(one), comparable(other)] as [Record<string, unknown>, Record<string, unknown>];
  return Object.keys({ ...a, ...b })
    .filter((part) => !isDeepStrictEqual(a[part], b[part]))
    .join(', ');
}
