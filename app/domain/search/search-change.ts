/**
 * What can be searched: the words of a room's log that every member may read.
 *
 * X1 Lines, agenda items, decisions and action items are found by their words as they are now; whoever said, brings,
 *    recorded or does it is the person they are found by.
 * X2 What was taken back, withdrawn or dropped is not found; nor is what `maskEvent` still hides.
 */
import type { LoggedMeetingEvent } from '../meeting/events.ts';
import { maskEvent } from '../meeting/mask.ts';

export const searchKinds = ['line', 'item', 'decision', 'action', 'note'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** `put`: something new, or all of it anew; `text`: other words; `person`: somebody else; `gone`: it is not found any more. */
export type SearchChange = { kind: SearchKind; id: string } & (
  | { what: 'put'; version: number; at: number; person: string | null; text: string }
  | { what: 'change'; text: string; person?: string | null }
  | { what: 'gone' }
);

/** X1 X2: what an event changes in what can be found. Only what everybody may see of it is looked at. */
export function searchChanges(logged: LoggedMeetingEvent): SearchChange[] {
  const event = maskEvent(logged);
  if (event.kind === 'message.revealed')
    return Object.entries(event.lines).map(([id, text]) => ({ kind: 'line', id, what: 'change', text }));
  const change = changeOf(event);
  return change ? [change] : [];
}

function changeOf(event: LoggedMeetingEvent): SearchChange | null {
  const { version, at, actor } = event;
  switch (event.kind) {
    case 'message.posted': {
      const line = { kind: 'line', id: event.message, what: 'put' } as const;
      // Written in silence: it has its place, and nothing to be found by until it is revealed.
      return { ...line, version, at, person: actor, text: event.text ?? '' };
    }
    case 'message.edited':
      return event.text === null
        ? null
        : { kind: 'line', id: event.message, what: 'change', text: event.text };
    case 'message.retracted':
      return { kind: 'line', id: event.message, what: 'gone' };
    case 'item.proposed':
    case 'item.returned': {
      const item = { kind: 'item', id: event.item, what: 'put' } as const;
      return { ...item, version, at, person: event.bringer ?? actor, text: wordsOfItem(event) };
    }
    case 'item.edited':
      return {
        ...{ kind: 'item', id: event.item, what: 'change', text: wordsOfItem(event) },
        ...(event.bringer ? { person: event.bringer } : {}),
      };
    case 'item.withdrawn':
      return { kind: 'item', id: event.item, what: 'gone' };
    case 'decision.recorded': {
      const decision = { kind: 'decision', id: event.decision, what: 'put' } as const;
      return { ...decision, version, at, person: actor, text: event.text };
    }
    case 'decision.withdrawn':
      return { kind: 'decision', id: event.decision, what: 'gone' };
    case 'action.added': {
      const action = { kind: 'action', id: event.action, what: 'put' } as const;
      return { ...action, version, at, person: event.owner, text: event.text };
    }
    case 'action.edited':
      return { kind: 'action', id: event.action, what: 'change', text: event.text, person: event.owner };
    case 'action.dropped':
      return { kind: 'action', id: event.action, what: 'gone' };
    default:
      return null;
  }
}

function wordsOfItem({ title, help }: { title: string; help: string }): string {
  return help ? `${title}\n${help}` : title;
}

/** Many changes as one for each thing, so that their order does not matter any more. */
export function together(changes: readonly SearchChange[]): SearchChange[] {
  const last = new Map<string, SearchChange>();
  for (const change of changes) {
    const key = `${change.kind} ${change.id}`;
    const before = last.get(key);
    if (change.what !== 'change' || !before) last.set(key, change);
    else if (before.what !== 'gone')
      last.set(key, { ...before, ...change, what: before.what } as SearchChange);
  }
  return [...last.values()];
}
