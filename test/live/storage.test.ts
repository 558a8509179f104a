// A browser whose storage does not answer: neither with success nor with an error, as some have it.
import { beforeAll, expect, test } from 'vitest';
import { notesOutbox } from '#app/screens/live/notes-outbox.ts';
import { outbox } from '#app/screens/live/outbox.ts';
import { post } from '#test/harness/meeting-room.ts';
import { openTabGround } from '#test/harness/tab-ground.ts';
import { until } from '#test/harness/until.ts';

const ground = openTabGround();
let asked = 0;

beforeAll(() => {
  const open = () => {
    asked += 1;
    return new EventTarget();
  };
  Object.assign(globalThis, { indexedDB: { open }, IDBRequest: EventTarget });
});

test('P9 what is written there goes out without waiting for it', async () => {
  const ana = await ground.tabOf(ground.room.members[0]);
  void ana.store.send(post('at once'));
  await until(() => expect(ana.said()).toEqual(['at once']));
  expect(asked).toBeGreaterThan(0);
});

test('P35 nobody waits for what it kept, and it is asked anew the next time', async () => {
  const before = asked;
  expect(await Promise.all([notesOutbox.list('a', 'b'), outbox.list('a', 'b')])).toEqual([[], []]);
  void notesOutbox.list('a', 'b');
  expect(asked - before).toBeGreaterThan(1);
});
