import { pino } from 'pino';
import { expect, test } from 'vitest';
import { Closing, openShutdown } from '#server/shutdown.ts';

const quiet = pino({ level: 'silent' });

test('closes last opened first', async () => {
  const closed: string[] = [];
  const shutdown = openShutdown(quiet);
  for (const what of ['database', 'rooms', 'door']) shutdown.later(what, 1, async () => closed.push(what));
  await shutdown.run();
  expect(closed).toEqual(['door', 'rooms', 'database']);
});

test('what fails or hangs does not keep the others from closing, and is told', async () => {
  const closed: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const shutdown = openShutdown(log);
  shutdown.later('database', 1, async () => closed.push('database'));
  shutdown.later('stuck', 0.05, () => new Promise(() => {}));
  shutdown.later('broken', 1, () => Promise.reject(new Error('no')));
  await shutdown.run();
  expect(closed).toEqual(['database']);
  expect(lines.map((line) => line.what)).toEqual(['broken', 'stuck']);
});

test('closes once, however often it is asked', async () => {
  let times = 0;
  const shutdown = openShutdown(quiet);
  shutdown.later('database', 1, async () => {
    times += 1;
  });
  expect(shutdown.isRunning()).toBe(false);
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(shutdown.isRunning()).toBe(true);
  expect(times).toBe(1);
});

test('what is opened while closing is closed too, and the opening stops there', async () => {
  const closed: string[] = [];
  const shutdown = openShutdown(quiet);
  await shutdown.run();
  expect(() => shutdown.later('late', 1, async () => closed.push('late'))).toThrow(Closing);
  await shutdown.run();
  expect(closed).toEqual(['late']);
});
