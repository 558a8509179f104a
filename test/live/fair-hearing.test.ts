// Lines that send faster than it gets done: they wait for themselves and cost nobody else anything.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import type { HearingLimits } from '#server/live/fair-hearing.ts';
import { lineOfSeat, startBusyServer } from '#test/harness/busy-server.ts';
import type { Line } from '#test/harness/line.ts';
import type { LiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom, post } from '#test/harness/meeting-room.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, number) => `${number}`);
const said = (line: Line) =>
  line.events().flatMap((event) => (event.kind === 'message.posted' ? [event.text] : []));

async function aRoom(hearing?: HearingLimits): Promise<[LiveServer, MeetingRoom]> {
  const server = await startBusyServer(hearing ? { hearing } : {});
  return [server, await aMeetingRoom(server.house(), 2)];
}

test('who sends without waiting is heard as fast as it gets done: everything is taken, in order (P18)', async () => {
  const [server, room] = await aRoom();
  const [ana, ben] = [await lineOfSeat(server, room, 0), await lineOfSeat(server, room, 1)];
  const words = numbers(1_000);
  const answers = await Promise.all(words.map((text) => ana.command(room.meeting, post(text))));
  expect(answers.filter(isRefusal)).toEqual([]);
  await expect.poll(() => said(ben)).toEqual(words);
});

test('what comes in the wrong shape is told so in its turn, and holds up nothing (P18)', async () => {
  const [server, room] = await aRoom({ together: 4, each: 2, waiting: 5_000 });
  const ana = await lineOfSeat(server, room, 0);
  const answers = numbers(2_000).map((text, index) =>
    index % 2 === 0
      ? ana.command(room.meeting, post(text))
      : ana.send('command', { room: room.meeting, id: randomUUID(), command: { kind: 'none' } }),
  );
  const refused = (await Promise.all(answers)).filter(isRefusal);
  expect(refused).toHaveLength(1_000);
  expect(new Set(refused.map((one) => one.refused))).toEqual(new Set(['bad-input']));
});

test('who says one thing does not wait for somebody who says a thousand (P18)', async () => {
  const [server, room] = await aRoom();
  const [ana, ben] = [await lineOfSeat(server, room, 0), await lineOfSeat(server, room, 1)];
  let answered = 0;
  const flood = numbers(2_000).map((text) =>
    ana.command(room.meeting, post(text)).then(() => {
      answered += 1;
    }),
  );
  await expect.poll(() => answered).toBeGreaterThan(0);
  const before = answered;
  expect(isRefusal(await ben.command(room.meeting, post('one thing')))).toBe(false);
  // What was under way already comes first, and no more of it than her share.
  expect(answered - before).toBeLessThan(500);
  await Promise.all(flood);
});

test('what may not wait any more is refused as busy, and the rest is taken, each once (P18)', async () => {
  const [server, room] = await aRoom({ together: 4, each: 4, waiting: 10 });
  const [ana, ben] = [await lineOfSeat(server, room, 0), await lineOfSeat(server, room, 1)];
  const words = numbers(500);
  const answers = await Promise.all(words.map((text) => ana.command(room.meeting, post(text))));
  const refused = answers.filter(isRefusal);
  expect(refused.length).toBeGreaterThan(0);
  expect(new Set(refused.map((one) => one.refused))).toEqual(new Set(['busy']));
  expect(refused.every(({ retryMs = 0 }) => retryMs > 0)).toBe(true);
  const taken = words.filter((_, index) => !isRefusal(answers[index]));
  expect(taken.length).toBeGreaterThan(0);
  await expect.poll(() => said(ben)).toEqual(taken);
});

test('what a line that is gone had not been heard with does not fill the house (P18)', async () => {
  const [server, room] = await aRoom({ together: 1, each: 1, waiting: 10 });
  const ben = await lineOfSeat(server, room, 1);
  for (let times = 0; times < 3; times += 1) {
    const ana = await lineOfSeat(server, room, 0);
    let answered = 0;
    for (const text of numbers(200))
      void ana.command(room.meeting, post(text)).then(
        () => (answered += 1),
        () => {},
      );
    await expect.poll(() => answered).toBeGreaterThan(0);
    const lines = server.lines();
    ana.close();
    await expect.poll(() => server.lines()).toBeLessThan(lines);
  }
  const answers = await Promise.all(numbers(8).map((text) => ben.command(room.meeting, post(text))));
  expect(answers.filter(isRefusal)).toEqual([]);
});
