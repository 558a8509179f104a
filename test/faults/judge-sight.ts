// What reached the tabs and what they show, against the log.
import { isDeepStrictEqual } from 'node:util';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/evolve.ts';
import { maskEvent } from '#app/domain/meeting/mask.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import type { Stored } from './stored.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

export function judgeSight({ log }: Stored, story: Story, { find }: Verdict): void {
  for (const { tab, person, events } of story.sights) {
    for (const event of events) {
      const stored = log[event.version - 1];
      if (!stored) find('phantom', `${tab} saw ${event.kind} at ${event.version}, which is not in the log`);
      else if (!isAsStored(event, stored))
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

  for (const { tab, person, state, connection } of story.ends) {
    if (state.version < story.head || connection !== 'live')
      find('unseen', `${tab} is ${connection} at ${state.version} of ${story.head}`);
    const votes = { ...state.voting.dots, ...state.extension?.thumbs };
    if (Object.keys(votes).some((one) => one !== person)) find('leaked', `${tab} holds the votes of others`);
    const folded = fold(log.slice(0, state.version));
    if (state.version <= log.length && !isDeepStrictEqual(comparable(state), comparable(folded)))
      find(
        'phantom',
        `${tab} shows something else at ${state.version} than its log: ${differences(state, folded)}`,
      );
  }
}

/** As it left the server then: words may have been taken back since, what is hidden may have been masked. */
function isAsStored(seen: LoggedMeetingEvent, stored: LoggedMeetingEvent): boolean {
  const isBlanked = 'text' in stored && stored.text === null;
  const now = (event: LoggedMeetingEvent) => plain(isBlanked ? { ...event, text: null } : event);
  return [stored, maskEvent(stored)].some((form) => isDeepStrictEqual(now(seen), now(form)));
}

/** Whether an event carries what nobody but its author may know yet. */
function isOpen(event: LoggedMeetingEvent): boolean {
  if (event.kind === 'vote.cast') return event.item !== null || event.dots !== null;
  if (event.kind === 'thumb.shown') return event.thumb !== null;
  return 'sealed' in event;
}

const plain = <Thing>(thing: Thing): Thing => JSON.parse(JSON.stringify(thing));

/** Votes are each reader's own, and a second tab learns of them only on entering again. */
function comparable(state: MeetingState): object {
  const { voting, extension } = state;
  return plain({
    ...state,
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
