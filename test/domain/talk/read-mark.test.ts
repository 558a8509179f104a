import { expect, test } from 'vitest';
import { isNew, MOST_UNREAD, sayUnread } from '#app/domain/talk/read-mark.ts';
import type { Message } from '#app/domain/talk/talk.ts';

const mark = { version: 3, at: 30, joinedAt: 20 };
const line = (changes: Partial<Message>): Message => ({
  ...{ id: 'm', version: 4, author: 'ben', at: 40, thread: null, text: 'words', editedAt: null },
  ...changes,
});

test('K10 new is what others said after the mark and since one belongs, and what is still there', () => {
  expect(isNew(line({}), mark, 'ada')).toBe(true);
  expect(isNew(line({ version: 3 }), mark, 'ada')).toBe(false);
  expect(isNew(line({ author: 'ada' }), mark, 'ada')).toBe(false);
  expect(isNew(line({ text: null }), mark, 'ada')).toBe(false);
  expect(isNew(line({ at: 19 }), mark, 'ada')).toBe(false);
  expect(isNew(line({ at: 20 }), mark, 'ada')).toBe(true);
});

test('K10 counting ends at a hundred', () => {
  expect([1, 99, MOST_UNREAD, 1_000].map(sayUnread)).toEqual(['1', '99', '99+', '99+']);
});
