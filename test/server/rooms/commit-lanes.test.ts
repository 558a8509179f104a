// How commands that wait are brought into commits: many together, a room's in their order, and no room behind a slow one for long.
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openCommitLanes } from '#server/rooms/commit-lanes.ts';
import { openWaitingCommands, type Taken } from '#server/rooms/waiting-commands.ts';
import { post } from '#test/harness/meeting-room.ts';
import { until } from '#test/harness/until.ts';

// How long a commit takes is for the test to say.
beforeAll(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterAll(() => vi.useRealTimers());

type Commit = { rooms: string[]; ids: string[]; end: () => void };

/** Lanes whose commits end when the test says so. */
function openGround() {
  const waiting = openWaitingCommands();
  const [underWay, ended]: [Commit[], Commit[]] = [[], []];
  const commit = (taken: Taken[]) =>
    new Promise<void>((resolve) => {
      const one: Commit = {
        rooms: taken.map(({ room }) => room),
        ids: taken.flatMap(({ queue }) => queue.map(({ id }) => id)),
        end() {
          underWay.splice(underWay.indexOf(one), 1);
          ended.push(one);
          resolve();
        },
      };
      underWay.push(one);
    });
  const lanes = openCommitLanes(waiting, commit, { wants: () => false, commit: (one) => commit([one]) });
  const say = (room: string): string => {
    const id = randomUUID();
    waiting.add({ room, actor: null, id, command: post(), hash: '', tries: 0, alone: false, settle() {} });
    lanes.start();
    return id;
  };
  return { say, underWay, ended, waiting, close: lanes.close };
}

/** What is to happen without any time going by has happened after these. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
}

test('what comes while a commit is under way travels together in the next', async () => {
  const { say, underWay, ended, close } = openGround();
  say('a');
  await until(() => expect(underWay).toHaveLength(1));
  for (const room of ['b', 'c', 'a']) say(room);
  underWay[0]?.end();
  await turns();
  expect(underWay).toMatchObject([{ rooms: ['b', 'c', 'a'] }]);
  underWay[0]?.end();
  await close();
  expect(ended).toHaveLength(2);
});

test('a commit that takes long holds up its own rooms alone', async () => {
  const { say, underWay, waiting, close } = openGround();
  say('a');
  await until(() => expect(underWay).toHaveLength(1));
  for (const room of ['a', 'b']) say(room);
  await until(() => expect(underWay.map(({ rooms }) => rooms)).toEqual([['a'], ['b']]));
  say('c');
  vi.advanceTimersByTime(1_000);
  expect(underWay).toHaveLength(2);
  underWay[1]?.end();
  await until(() => expect(underWay.map(({ rooms }) => rooms)).toEqual([['a'], ['c']]));
  expect(waiting.count()).toBe(1);
  underWay[0]?.end();
  await until(() => expect(underWay.map(({ rooms }) => rooms)).toEqual([['c'], ['a']]));
  for (const one of [...underWay]) one.end();
  await close();
});

test('what comes when only the commit beside is under way does not wait', async () => {
  const { say, underWay, close } = openGround();
  say('a');
  await turns();
  say('b');
  vi.advanceTimersByTime(1_000);
  underWay[0]?.end();
  await turns();
  say('c');
  await turns();
  expect(underWay.map(({ rooms }) => rooms)).toEqual([['b'], ['c']]);
  for (const one of [...underWay]) one.end();
  await close();
});

const step = fc.oneof(
  fc.record({ say: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ end: fc.nat({ max: 1 }) }),
  fc.record({ pass: fc.constantFrom(1, 10) }),
);

test('P2 every command goes into one commit, a room’s in their order, whichever commit ends first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { say, underWay, ended, waiting, close } = openGround();
      const said: { room: string; id: string }[] = [];
      for (const one of steps) {
        if ('say' in one) said.push({ room: one.say, id: say(one.say) });
        if ('end' in one) underWay[one.end]?.end();
        if ('pass' in one) vi.advanceTimersByTime(one.pass);
        await nextTurn();
        expect(underWay.length).toBeLessThanOrEqual(2);
        const rooms = underWay.flatMap((commit) => commit.rooms);
        expect(new Set(rooms).size).toBe(rooms.length);
      }
      await until(() => {
        for (const commit of [...underWay]) commit.end();
        expect(waiting.count()).toBe(0);
      });
      await until(() => expect(underWay).toEqual([]));
      await close();
      const order = ended.flatMap(({ ids }) => ids);
      expect(order).toHaveLength(said.length);
      for (const room of ['a', 'b', 'c', 'd']) {
        const own = said.filter((one) => one.room === room).map(({ id }) => id);
        expect(order.filter((id) => own.includes(id))).toEqual(own);
      }
    }),
    { numRuns: 300 },
  );
});
