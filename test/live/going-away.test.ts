// The browser's half of a room whose line breaks, or whose page is left, while something is under way.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { openEntrance } from '#app/screens/live/entrance.ts';
import type { LiveSocket } from '#app/screens/live/socket.ts';
import { openTab } from '#test/harness/browser-tab.ts';
import { answeringCommands } from '#test/harness/lossy-sockets.ts';
import { post } from '#test/harness/meeting-room.ts';
import { silentLine } from '#test/harness/silent-line.ts';
import { openTabGround } from '#test/harness/tab-ground.ts';
import { until } from '#test/harness/until.ts';

const ground = openTabGround();
const { tabOf, inLog } = ground;

test('P7 entering ends with its line, and follows the next one without delay', async () => {
  const { socket, heard } = await silentLine();
  const { store } = await tabOf(ground.room.members[0]);
  const entrance = openEntrance({
    socket: () => socket,
    ...{ get: store.get, seat: true, mayTry: () => socket.connected },
    takeIn: () => {},
    shut: () => {},
  });
  socket.on('disconnect', entrance.lost);
  let isUnderWay = true;
  void entrance.enter().then(() => {
    isUnderWay = false;
  });
  await until(() => expect(heard).toHaveLength(1));
  socket.io.engine.close();
  await until(() => expect(socket.connected).toBe(false));
  await nextTurn();
  expect(isUnderWay).toBe(false);
});

test('P7 entering that was told to wait ends with its page', async () => {
  const { socket } = await silentLine();
  const { store } = await tabOf(ground.room.members[0]);
  let [asked, isHere] = [0, true];
  const entrance = openEntrance({
    socket: () => busyToEnter(socket, () => (asked += 1)),
    ...{ get: store.get, seat: true, mayTry: () => isHere },
    takeIn: () => {},
    shut: () => {},
  });
  const entering = entrance.enter();
  await until(() => expect(asked).toBe(1));
  await nextTurn();
  isHere = false;
  entrance.lost();
  await entering;
  expect(asked).toBe(1);
});

test('P9 a page that was left sends nothing more on its browser’s line, which may be another person’s by then', async () => {
  const [anaId = '', benId] = ground.room.members;
  let next: LiveSocket | undefined;
  const ana = await openTab(ground.server, anaId, ground.room.meeting, (own) => {
    return next ?? answeringCommands(own, () => refuse('busy', { retryMs: 1 }));
  });
  await until(() => expect(ana.store.get().connection).toBe('live'));
  const tries: string[] = [];
  ana.store.subscribe(() => tries.push(...ana.store.get().pending.map(({ progress }) => progress)));
  await ana.store.send(post('what Ana wrote'));
  await until(() => expect(tries).toEqual(['waiting', 'sending', 'waiting']));

  // Ben rests longer than Ana would have: when his words are there, hers would be before them.
  let told = 0;
  const ben = await tabOf(benId, (own) =>
    answeringCommands(own, () => (told++ === 0 ? refuse('busy', { retryMs: 1_000 }) : null)),
  );
  ana.close();
  next = ben.socket;
  await ben.store.send(post('what Ben wrote'));
  await until(() => expect(ben.said()).toContain('what Ben wrote'));
  expect(await inLog()).toEqual(['what Ben wrote']);
  expect(ana.store.get()).toMatchObject({ connection: 'connecting', pending: [{ progress: 'waiting' }] });
});

/** Answers whoever wants to enter that the server is busy. `told`: it was asked. */
function busyToEnter(socket: LiveSocket, told: () => void): LiveSocket {
  const emitWithAck = async (): Promise<Refusal> => {
    told();
    return refuse('busy');
  };
  return new Proxy(socket, {
    get: (target, name) => (name === 'emitWithAck' ? emitWithAck : Reflect.get(target, name, target)),
  });
}
