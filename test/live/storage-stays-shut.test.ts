// A browser whose storage stays shut: nobody asks it for ever.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { outbox } from '#app/screens/live/outbox.ts';
import { openRoomStore } from '#app/screens/live/room-store.ts';
import '#test/harness/browser-tab.ts';
import { post } from '#test/harness/meeting-room.ts';
import { openShutStorage } from '#test/harness/shut-storage.ts';
import { silentLine } from '#test/harness/silent-line.ts';
import { until } from '#test/harness/until.ts';

const storage = openShutStorage();
afterEach(() => vi.useRealTimers());

async function hoursPass(): Promise<void> {
  for (let minute = 0; minute < 100; minute += 1) await vi.advanceTimersByTimeAsync(60_000);
}

test('P9 is asked a few times, and again when the page is shown', async () => {
  const [room, person, id] = [randomUUID(), randomUUID(), randomUUID()];
  await outbox.put({ id, room, person, command: post('from before'), at: 1 });
  storage.isShut = true;
  const { socket } = await silentLine();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const start = { room, me: person, meeting: emptyMeeting, people: [], now: Date.now(), seat: true };
  const store = openRoomStore(start, () => socket);
  onTestFinished(store.start());
  await hoursPass();
  const { asked } = storage;
  expect(asked).toBeGreaterThan(1);
  await hoursPass();
  expect(storage.asked).toBe(asked);

  storage.isShut = false;
  expect(store.get().pending).toEqual([]);
  for (const _twice of [1, 2]) document.dispatchEvent(new Event('visibilitychange'));
  await until(() => expect(store.get().pending).toMatchObject([{ id, progress: 'waiting' }]));
});
