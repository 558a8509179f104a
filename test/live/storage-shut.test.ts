// A browser whose storage cannot be read when a page is opened, and can a moment later.
import { beforeEach, expect, test } from 'vitest';
import { outbox } from '#app/screens/live/outbox.ts';
import { post } from '#test/harness/meeting-room.ts';
import { openShutStorage } from '#test/harness/shut-storage.ts';
import { openTabGround } from '#test/harness/tab-ground.ts';
import { until } from '#test/harness/until.ts';

const ground = openTabGround();
const { tabOf, inLog } = ground;
let ana: string;
const storage = openShutStorage();

/** An earlier page of Ana's has left a line; from then on nothing of it can be read. */
beforeEach(async () => {
  storage.isShut = false;
  [ana = ''] = ground.room.members;
  const before = await tabOf(ana);
  before.socket.disconnect();
  await until(() => expect(before.store.get().connection).toBe('offline'));
  await before.store.send(post('from before'));
  before.close();
  storage.isShut = true;
  storage.asked = 0;
});

const kept = () => outbox.list(ana, ground.room.meeting);

test('P9 what an earlier page left goes out once the storage can be read, without a reload', async () => {
  const page = await tabOf(ana);
  await until(() => expect(storage.asked).toBeGreaterThan(1));
  expect(page.said()).toEqual([]);
  storage.isShut = false;
  await until(() => expect(page.said()).toEqual(['from before']));
  await until(async () =>
    expect([await inLog(), page.store.get().pending, await kept()]).toEqual([['from before'], [], []]),
  );
});

test('P9 what is written meanwhile waits for nothing; what is read late goes behind it, once', async () => {
  const page = await tabOf(ana);
  await page.store.send(post('at once'));
  await until(() => expect(page.said()).toEqual(['at once']));
  storage.isShut = false;
  await until(() => expect(page.said()).toEqual(['at once', 'from before']));
  expect(await inLog()).toEqual(['at once', 'from before']);
});
