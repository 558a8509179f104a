// What is half typed lies in the tab: each person's own, found again by its place, gone with a sign-out.
import { beforeEach, expect, test } from 'vitest';
import {
  aboutDraft,
  draftAt,
  draftKeyOf,
  draftsUnder,
  fieldKeyOf,
  forgetDraft,
  keepDraft,
  putAway,
} from '#app/screens/drafts/drafts.ts';
import { forgetWritten } from '#app/screens/live/forget-written.ts';

/** A tab's storage as browsers have it: what is kept are its own keys. */
class TabStorage {
  [key: string]: unknown;
  getItem(key: string) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key: string, text: string) {
    this[key] = text;
  }
  removeItem(key: string) {
    delete this[key];
  }
}

const words = { name: 'words', type: 'textarea' };
const due = { name: 'due', type: 'date' };
const decision = draftKeyOf('room', 'ana', 'decision');

beforeEach(() => {
  Object.assign(globalThis, { sessionStorage: new TabStorage() });
});

test('nobody sees what somebody else has begun at the same place', () => {
  keepDraft(fieldKeyOf(decision, words), 'We meet on');
  expect(draftAt(fieldKeyOf(decision, words))).toBe('We meet on');
  expect(draftAt(fieldKeyOf(draftKeyOf('room', 'ben', 'decision'), words))).toBe('');
  expect(draftsUnder(draftKeyOf('room', 'ben'))).toEqual([]);
  expect(draftsUnder(draftKeyOf('room', 'an'))).toEqual([]);
  expect(draftsUnder(draftKeyOf('room', 'ana'))).toEqual([fieldKeyOf(decision, words)]);
});

test('a place has the words that are begun at it and within it, and no neighbour’s', () => {
  const [line, other] = [draftKeyOf('room', 'ana', 'edit', '1'), draftKeyOf('room', 'ana', 'edit', '12')];
  const text = { name: 'text', type: 'textarea' };
  for (const place of [line, other]) keepDraft(fieldKeyOf(place, text), 'begun');
  expect(draftsUnder(line)).toEqual([fieldKeyOf(line, text)]);
  expect(draftsUnder(fieldKeyOf(line, text))).toEqual([fieldKeyOf(line, text)]);
});

test('a form without a line of its own has its place beside those that have one', () => {
  expect(draftKeyOf('room', 'ana', 'decision', undefined)).toBe(decision);
  expect(draftKeyOf('room', 'ana', 'decision', 'line')).not.toBe(decision);
});

test('an empty field keeps nothing, and blanks are no words to copy', () => {
  keepDraft(fieldKeyOf(decision, words), 'We');
  keepDraft(fieldKeyOf(decision, words), '');
  expect(Object.keys(sessionStorage)).toEqual([]);
  keepDraft(fieldKeyOf(decision, words), ' \n');
  expect(draftsUnder(decision)).toEqual([]);
});

test('what was chosen comes back with the words, and is not among the words to copy', () => {
  keepDraft(fieldKeyOf(decision, due), '2030-05-06');
  expect(draftAt(fieldKeyOf(decision, due))).toBe('2030-05-06');
  expect(draftsUnder(decision)).toEqual([]);
});

test('what was chosen over one value is not kept for another', () => {
  const minutes = { name: 'minutes', type: 'number' };
  keepDraft(fieldKeyOf(decision, minutes, '10'), '15');
  expect(draftAt(fieldKeyOf(decision, minutes, '10'))).toBe('15');
  expect(draftAt(fieldKeyOf(decision, minutes, '20'))).toBe('');
  forgetDraft(`${decision}:minutes`);
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test('with the last words of a form that are put away goes what was chosen in it, and nothing of its neighbours', () => {
  const [one, other] = [draftKeyOf('room', 'ana', 'item', '1'), draftKeyOf('room', 'ana', 'item', '12')];
  const [title, help] = [fieldKeyOf(one, { name: 'title', type: 'text' }), fieldKeyOf(one, words)];
  for (const key of [title, help, fieldKeyOf(one, due), fieldKeyOf(other, words), fieldKeyOf(other, due)])
    keepDraft(key, 'begun');
  putAway(title);
  expect(draftAt(fieldKeyOf(one, due))).toBe('begun');
  putAway(help);
  expect(Object.keys(sessionStorage)).toEqual([fieldKeyOf(other, words), fieldKeyOf(other, due)]);
  forgetDraft(draftKeyOf('room', 'ana'));
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test.each([
  ['a new line', [], { kind: undefined, of: undefined }],
  ['an answer', ['line'], { kind: undefined, of: 'line' }],
  ['a change of a line', ['edit', 'line'], { kind: 'edit', of: 'line' }],
  ['a changed item', ['item', 'topic'], { kind: 'item', of: 'topic' }],
])('a key tells what its words are about: %s', (_, place, about) => {
  expect(aboutDraft(fieldKeyOf(draftKeyOf('room', 'ana', ...place), words))).toEqual(about);
});

test('a sign-out forgets all of it, and nothing that is not ours', () => {
  keepDraft(fieldKeyOf(decision, words), 'We meet on');
  keepDraft(fieldKeyOf(decision, due), '2030-05-06');
  sessionStorage.setItem('another', 'kept');
  forgetWritten();
  expect(Object.keys(sessionStorage)).toEqual(['another']);
});

test('where a browser keeps its storage shut, nothing is kept and nothing breaks', () => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get() {
      throw new Error('shut');
    },
    set() {},
  });
  try {
    keepDraft(fieldKeyOf(decision, words), 'We meet on');
    expect(draftAt(fieldKeyOf(decision, words))).toBe('');
    expect(draftsUnder(decision)).toEqual([]);
  } finally {
    Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, writable: true, value: null });
  }
});
