// When a page asks whether its person is still signed in.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSignIn } from '#app/screens/frame/watch-sign-in.ts';
import type { SignedOutWord } from '#app/screens/live/socket.ts';

type Answer = { resolve: (answer: { status: number }) => void; reject: (why: Error) => void };

let asked: Answer[];
let told: boolean[];
let leave: () => void;
let frame: EventTarget;
const word: SignedOutWord = 'signed-out';
const tab = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const comeBack = () => tab.dispatchEvent(new Event('visibilitychange'));
const answer = async (status: number, to = asked.at(-1)) => {
  to?.resolve({ status });
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  vi.useFakeTimers();
  [asked, told] = [[], []];
  vi.stubGlobal('document', tab);
  frame = new EventTarget();
  vi.stubGlobal('addEventListener', frame.addEventListener.bind(frame));
  vi.stubGlobal('removeEventListener', frame.removeEventListener.bind(frame));
  vi.stubGlobal('fetch', () => new Promise((resolve, reject) => asked.push({ resolve, reject })));
  leave = watchSignIn('ana', (isEnded) => told.push(isEnded));
});
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('it asks when somebody comes back, and again after a pause, however often they come', async () => {
  comeBack();
  await answer(204);
  comeBack();
  comeBack();
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toHaveLength(2);
  await answer(401);
  expect(told).toEqual([false, true]);
});

test('who comes back while it asks in vain is not made to wait', async () => {
  comeBack();
  comeBack();
  asked[0]?.reject(new Error('no network'));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(2);
  await answer(401);
  expect(told).toEqual([true]);
});

test('without an answer nothing changes, and it does not ask by itself', async () => {
  comeBack();
  asked[0]?.reject(new Error('no network'));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toHaveLength(1);
  expect(told).toEqual([]);
});

test('a page that is covered asks each time, and shows itself when the same person is back', async () => {
  comeBack();
  await answer(401);
  comeBack();
  await answer(401);
  comeBack();
  await answer(204);
  expect(told).toEqual([true, true, false]);
});

test('of two windows side by side, the one that somebody comes back to asks', async () => {
  frame.dispatchEvent(new Event('focus'));
  await answer(401);
  frame.dispatchEvent(new Event('focus'));
  await answer(204);
  expect(told).toEqual([true, false]);
});

test('a page that is new, and not come back to, does not ask', () => {
  frame.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(asked).toHaveLength(0);
  frame.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(asked).toHaveLength(1);
});

test('an answer that comes behind the answer to a later question is not taken', async () => {
  comeBack();
  await answer(401);
  comeBack();
  comeBack();
  const [, earlier, later] = asked;
  await answer(204, later);
  await answer(401, earlier);
  expect(told).toEqual([true, false]);
});

test('an answer that comes before the answer to a later question is taken, also when there is no later one', async () => {
  comeBack();
  await answer(401);
  comeBack();
  comeBack();
  const [, earlier, later] = asked;
  later?.reject(new Error('no network'));
  await answer(204, earlier);
  expect(told).toEqual([true, false]);
});

test('word that the sign-in has ended covers at once, and is asked about', async () => {
  comeBack();
  await answer(204);
  frame.dispatchEvent(new Event(word));
  expect(told).toEqual([false, true]);
  expect(asked).toHaveLength(2);
  await answer(204);
  expect(told).toEqual([false, true, false]);
});

test('what was asked before the word that the sign-in has ended shows nothing again', async () => {
  comeBack();
  frame.dispatchEvent(new Event(word));
  const [earlier, later] = asked;
  await answer(204, earlier);
  await answer(401, later);
  expect(told).toEqual([true, true]);
});

test('word to a tab that nobody looks at covers it; it asks when somebody does', async () => {
  tab.visibilityState = 'hidden';
  frame.dispatchEvent(new Event(word));
  expect([told, asked.length]).toEqual([[true], 0]);
  tab.visibilityState = 'visible';
  comeBack();
  expect(asked).toHaveLength(1);
});
