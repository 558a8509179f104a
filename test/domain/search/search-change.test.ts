import { expect, test } from 'vitest';
import type { LoggedMeetingEvent, MeetingEvent } from '#app/domain/meeting/events.ts';
import { searchChanges, together } from '#app/domain/search/search-change.ts';

const logged = (event: MeetingEvent): LoggedMeetingEvent => ({
  ...{ ...event, version: 7, at: 70, actor: 'ben', command: null },
});
const draft = {
  title: 'Vendors',
  itemKind: 'topic',
  minutes: 10,
  bringer: null,
  help: 'Who knows one?',
} as const;

test('X1 lines, items, decisions and action items are found by their words and their person', () => {
  const item = { kind: 'item.proposed', item: 'i', key: 'a', carried: 0, votes: 0, ...draft } as const;
  const action = {
    kind: 'action.added',
    action: 'a',
    text: 'Send it',
    owner: 'cleo',
    due: null,
    item: null,
  } as const;
  const found = [
    searchChanges(logged({ kind: 'message.posted', message: 'm', text: 'hello' })),
    searchChanges(logged(item)),
    searchChanges(logged({ ...item, bringer: 'dov' })),
    searchChanges(logged({ kind: 'decision.recorded', decision: 'd', text: 'We go', item: null })),
    searchChanges(logged(action)),
    searchChanges(logged({ ...action, kind: 'action.edited', text: 'Send both', owner: 'ada' })),
  ].flat();
  expect(found.map((one) => [one.kind, 'text' in one && one.text, 'person' in one && one.person])).toEqual([
    ['line', 'hello', 'ben'],
    ['item', 'Vendors\nWho knows one?', 'ben'],
    ['item', 'Vendors\nWho knows one?', 'dov'],
    ['decision', 'We go', 'ben'],
    ['action', 'Send it', 'cleo'],
    ['action', 'Send both', 'ada'],
  ]);
});

test('X2 what was taken back, withdrawn or dropped is gone', () => {
  const gone = [
    ...searchChanges(logged({ kind: 'message.retracted', message: 'm' })),
    ...searchChanges(logged({ kind: 'item.withdrawn', item: 'i' })),
    ...searchChanges(logged({ kind: 'decision.withdrawn', decision: 'd' })),
    ...searchChanges(logged({ kind: 'action.dropped', action: 'a' })),
  ];
  expect(gone.map(({ kind, what }) => [kind, what])).toEqual(
    ['line', 'item', 'decision', 'action'].map((kind) => [kind, 'gone']),
  );
});

test('X2 what is hidden has no words until it is revealed; votes have none at all', () => {
  const silent = { kind: 'message.posted', message: 'm', text: null, sealed: 'a secret' } as const;
  const before = searchChanges(logged(silent as MeetingEvent));
  expect(JSON.stringify(before)).not.toContain('secret');
  expect(searchChanges(logged({ kind: 'message.revealed', lines: { m: 'a secret' } }))).toEqual([
    { kind: 'line', id: 'm', what: 'change', text: 'a secret' },
  ]);
  expect(searchChanges(logged({ kind: 'vote.cast', item: 'i', dots: 2 }))).toEqual([]);
});

test('X1 many changes of one thing come to one', () => {
  const put = { kind: 'line', id: 'm', what: 'put', version: 1, at: 1, person: 'ben', text: 'one' } as const;
  const change = { kind: 'line', id: 'm', what: 'change', text: 'two' } as const;
  const gone = { kind: 'line', id: 'm', what: 'gone' } as const;
  expect(together([put, change])).toEqual([{ ...put, text: 'two' }]);
  expect(together([put, change, gone])).toEqual([gone]);
  expect(together([gone, change])).toEqual([gone]);
  expect(together([change, { ...change, text: 'three' }])).toEqual([{ ...change, text: 'three' }]);
});
