// What was said, as the room lists it: in groups, with marks where something happened.
import { describe, expect, test } from 'vitest';
import type { Message } from '#app/domain/talk/talk.ts';
import { changeOf, type PendingLine } from '#app/screens/talk/talk-desk.ts';
import { type TalkMark, talkEntries } from '#app/screens/talk/talk-entries.ts';

const minute = 60_000;
const line = (version: number, author: string, at: number): Message => ({
  ...{ id: `m${version}`, version, author, at, thread: null, text: `line ${version}`, editedAt: null },
});
const mark = (id: string, at: number): TalkMark => ({ id, at, kind: 'item', text: id });

describe('talk', () => {
  const kinds = (entries: ReturnType<typeof talkEntries>) =>
    entries.map((entry) => (entry.kind === 'lines' ? entry.lines.map(({ version }) => version) : entry.id));

  test('lines of one person within three minutes of the first stand together', () => {
    const said = [
      line(1, 'a', 0),
      line(2, 'a', 3 * minute),
      line(3, 'a', 3 * minute + 1),
      line(4, 'b', 3 * minute + 2),
    ];
    expect(kinds(talkEntries(said, [], { newFrom: null, whole: true }))).toEqual([[1, 2], [3], [4]]);
  });

  test('marks stand where they happened, and cut a group in two', () => {
    const said = [line(1, 'a', 10), line(2, 'a', 20)];
    const marks = [mark('later', 99), mark('between', 15), mark('before', 1)];
    expect(kinds(talkEntries(said, marks, { newFrom: null, whole: true }))).toEqual([
      'before',
      [1],
      'between',
      [2],
      'later',
    ]);
    expect(kinds(talkEntries(said, marks, { newFrom: null, whole: false }))).toEqual([
      [1],
      'between',
      [2],
      'later',
    ]);
  });

  test('new lines begin behind a divider', () => {
    const said = [line(1, 'a', 1), line(2, 'a', 2)];
    expect(kinds(talkEntries(said, [], { newFrom: 2, whole: true }))).toEqual([[1], 'new', [2]]);
  });
});

test('a line that was changed twice while nothing could be sent shows the later words', () => {
  const edit = (id: string, message: string, text: string): PendingLine => ({
    ...{ id, at: 0, progress: 'waiting', command: { kind: 'message.edit', message, text } },
  });
  const pending = [edit('a', 'm1', 'better'), edit('b', 'm2', 'elsewhere'), edit('c', 'm1', 'best')];
  expect(changeOf(pending, 'm1')?.command.text).toBe('best');
  expect(changeOf(pending, 'm3')).toBeUndefined();
});
