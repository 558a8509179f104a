// The browser's half of a command under way, where a server says nothing.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { offline, openDelivery, unanswered } from '#app/screens/live/delivery.ts';
import { post } from '#test/harness/meeting-room.ts';
import { silentLine } from '#test/harness/silent-line.ts';
import { until } from '#test/harness/until.ts';

const request = () => ({ room: randomUUID(), id: randomUUID(), command: post() });

test('P6 a command that nobody answers is given up after a while, and may be tried again under the same id', async () => {
  const { socket, heard } = await silentLine();
  const delivery = openDelivery(() => socket, 50);
  const asked = request();
  expect(await delivery.deliver(asked)).toEqual(unanswered);
  const patient = openDelivery(() => socket);
  const again = patient.deliver(asked);
  await until(() => expect(heard).toEqual([asked, asked]));
  patient.settle(asked.id, { version: 7, events: [] });
  expect(await again).toEqual({ version: 7, events: [] });
});

test('P6 what is under way when the line ends is not waited for, and nothing is kept to be said later', async () => {
  const { socket, heard } = await silentLine();
  const delivery = openDelivery(() => socket);
  const asked = request();
  const answer = delivery.deliver(asked);
  await until(() => expect(heard).toEqual([asked]));
  socket.disconnect();
  delivery.lost();
  expect(await answer).toEqual(unanswered);

  expect(await delivery.deliver(request())).toEqual(offline);
  socket.connect();
  const last = request();
  await until(() => expect(socket.connected).toBe(true));
  void delivery.deliver(last);
  await until(() => expect(heard).toContainEqual(last));
  expect(heard).toEqual([asked, last]);
  delivery.lost();
});
