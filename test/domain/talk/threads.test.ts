import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Message, TALK_TAIL } from '#app/domain/talk/talk.ts';
import {
  mayLackAnswers,
  THREADS_PER_PAGE,
  threadsOf,
  turnPage,
  withFresh,
} from '#app/domain/talk/threads.ts';

const line = (version: number, thread: number | null = null, text: string | null = 'words'): Message => ({
  ...{ id: `m${version}`, version, author: 'ben', at: version, text, editedAt: null },
  thread: thread === null ? null : `m${thread}`,
});

test('K11 a thread is its beginning and its replies in order; the one with the newest line comes first', () => {
  const threads = threadsOf([line(1), line(2), line(3, 1), line(4, 2), line(5, 1)]);
  expect(threads.map(({ id, newest }) => [id, newest])).toEqual([
    ['m1', 5],
    ['m2', 4],
  ]);
  expect(threads[0]?.lines.map(({ id }) => id)).toEqual(['m1', 'm3', 'm5']);
});

test('K12 a thread of which nothing is left is not shown; one that has an answer is', () => {
  const gone = (version: number, thread: number | null = null) => line(version, thread, null);
  expect(threadsOf([gone(1), gone(2, 1), gone(3), line(4, 3)]).map(({ id }) => id)).toEqual(['m3']);
});

test('K11 every line with words stands in exactly one thread', () => {
  const anyTalk = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.boolean()), { maxLength: 40 });
  fc.assert(
    fc.property(anyTalk, (said) => {
      const lines: Message[] = [];
      for (const [index, [back, isLeft]] of said.entries()) {
        const answered = lines[index - back];
        const thread = back === 0 || !answered ? null : Number((answered.thread ?? answered.id).slice(1));
        lines.push(line(index + 1, thread, isLeft ? 'words' : null));
      }
      const threads = threadsOf(lines);
      const shown = threads.flatMap((thread) => thread.lines);
      expect(new Set(shown).size).toBe(shown.length);
      expect(lines.filter((one) => one.text !== null && !shown.includes(one))).toEqual([]);
      expect(threads.map(({ newest }) => newest)).toEqual(
        threads.map(({ newest }) => newest).sort((a, b) => b - a),
      );
    }),
  );
});

test('K11 what was read and what is known now become one: the fresh one counts, each line once, in order', () => {
  const fresh = { ...line(2), text: 'changed' };
  expect(withFresh([line(1), line(2), line(3)], [line(4), fresh])).toEqual([
    line(1),
    fresh,
    line(3),
    line(4),
  ]);
});

test('K13 threads keep their places on an open page; one that is not on it comes on top with its next line', () => {
  const said = Array.from({ length: THREADS_PER_PAGE + 5 }, (_, index) => line(index + 1));
  const first = turnPage(threadsOf(said), null);
  const [newest, oldest] = [`m${said.length}`, 'm6'];
  expect([first.shown[0], first.shown.at(-1)]).toEqual([newest, oldest]);
  expect(first.shown).toHaveLength(THREADS_PER_PAGE);
  const answered = turnPage(threadsOf([...said, line(30, 6)]), first);
  expect(answered).toEqual(first);
  const more = turnPage(threadsOf([...said, line(30, 6), line(31, 2), line(32), line(33, 2)]), answered);
  expect(more.shown).toEqual(['m2', 'm32', ...first.shown]);
  expect(turnPage(threadsOf([line(1)]), turnPage([], null)).shown).toEqual(['m1']);
});

test('K14 answers may be missing of a thread that began before the unbroken end of what is held, and of no other', () => {
  const held = [
    line(1),
    ...Array.from({ length: TALK_TAIL }, (_, index) => line(index + 100, index ? null : 1)),
  ];
  const [old, young] = [threadsOf(held).find(({ id }) => id === 'm1'), threadsOf(held)[0]];
  expect(old && mayLackAnswers(old, held)).toBe(true);
  expect(young && mayLackAnswers(young, held)).toBe(false);
  expect(old && mayLackAnswers(old, held.slice(0, 50))).toBe(false);
});
