// When a page that hears of nothing by itself asks whether its person is still signed in.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSignIn } from '#app/screens/frame/watch-sign-in.ts';

type Answer = { resolve: (answer: { status: number }) => void; reject: (why: Error) => void };

let asked: Answer[];
let told: boolean[];
let leave: () => void;
const tab = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const comeBack = () => tab.dispatchEvent(new Event('visibilitychange'));
const answer = async (status: number) => {
  asked.at(-1)?.resolve({ status });
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  vi.useFakeTimers();
  [asked, told] = [[], []];
  vi.stubGlobal('document', tab);
  vi.stubGlobal('window', new EventTarget());
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
