// The browser's half of a room, run against the real server: what is written arrives once and in order, whatever breaks.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { maskState } from '#app/domain/meeting/mask.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import type { LiveSocket } from '#app/screens/live/socket.ts';
import { readEvents } from '#db/room-log.ts';
import { openTab, type Tab } from '#test/harness/browser-tab.ts';
import { openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom, post } from '#test/harness/meeting-room.ts';

let server: LiveServer;
let room: MeetingRoom;
const tabs: Tab[] = [];

const log = () => readEvents(server.house().db, room.meeting, 0, 10_000);
const inLog = async () =>
  (await log()).flatMap((event) => (event.kind === 'message.posted' ? [event.text] : []));

async function tabOf(person = '', wrap?: (socket: LiveSocket) => LiveSocket): Promise<Tab> {
  const tab = await openTab(server, person, room.meeting, wrap);
  tabs.push(tab);
  await vi.waitFor(() => expect(tab.store.get().connection).toBe('live'));
  return tab;
}

beforeAll(async () => {
  server = await startLiveServer();
});
beforeEach(async () => {
  for (const tab of tabs.splice(0)) tab.close();
  room = await aMeetingRoom(server.house(), 3);
});
afterAll(async () => {
  for (const tab of tabs) tab.close();
  await server.close();
});

describe('P9 words', () => {
  test('arrive everywhere in the order they were written, each once', async () => {
    const [ana, ben] = [await tabOf(room.members[0]), await tabOf(room.members[1])];
    const texts = Array.from({ length: 25 }, (_, index) => `line ${index}`);
    for (const text of texts) void ana.store.send(post(text));
    await vi.waitFor(() => expect(ben.said()).toEqual(texts), { timeout: 5_000 });
    expect(ana.said()).toEqual(texts);
    await vi.waitFor(() => expect(ana.store.get().pending).toEqual([]));
    expect(await inLog()).toEqual(texts);
  });

  test('are shown as sending, and are gone from there when they are saved', async () => {
    const ana = await tabOf(room.members[0]);
    const seen: string[][] = [];
    ana.store.subscribe(() => seen.push(ana.store.get().pending.map(({ progress }) => progress)));
    await ana.store.send(post('once'));
    await vi.waitFor(() => expect(ana.store.get().pending).toEqual([]));
    expect(seen).toContainEqual(['waiting']);
    expect(seen).toContainEqual(['sending']);
    expect(ana.said()).toEqual(['once']);
  });

  test('survive a server that goes away and comes back: nothing lost, in order, once, within 5 s', async () => {
    const [ana, ben] = [await tabOf(room.members[0]), await tabOf(room.members[1])];
    await ana.store.send(post('before'));
    await vi.waitFor(() => expect(ben.said()).toEqual(['before']));
    await server.stop();
    await vi.waitFor(() => expect(ana.store.get().connection).toBe('offline'));
    const kept = ['first', 'second', 'third'];
    for (const text of kept) await ana.store.send(post(text));
    expect(ana.store.get().pending.map(({ progress }) => progress)).toEqual([
      'waiting',
      'waiting',
      'waiting',
    ]);
    expect(await ana.store.send({ kind: 'hand.raise' })).toMatchObject({ refused: 'busy' });

    await server.start();
    const up = performance.now();
    await vi.waitFor(() => expect(ben.said()).toEqual(['before', ...kept]), { timeout: 10_000 });
    expect(performance.now() - up).toBeLessThan(5_000);
    expect(await inLog()).toEqual(['before', ...kept]);
    await vi.waitFor(() => expect(ana.store.get().pending).toEqual([]));
    expect((await log()).some(({ kind }) => kind === 'hand.raised')).toBe(false);
  });

  test('P3 whose acknowledgement was lost go again under the same id, and have one effect', async () => {
    const ben = await tabOf(room.members[1]);
    const sent: string[] = [];
    const ana = await tabOf(room.members[0], (socket) => deaf(socket, sent));
    await ana.store.send(post('said once'));
    await vi.waitFor(() => expect(ana.store.get().pending).toEqual([]), { timeout: 5_000 });
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(1);
    expect(await inLog()).toEqual(['said once']);
    await vi.waitFor(() => expect(ben.said()).toEqual(['said once']));
  });

  test('Q1 that were told to wait go at once when the line is a new one', async () => {
    let told = 0;
    const ana = await tabOf(room.members[0], (socket) =>
      answeringCommands(socket, () => {
        told += 1;
        return told === 1 ? refuse('busy', { retryMs: 60_000 }) : null;
      }),
    );
    void ana.store.send(post('patience'));
    await vi.waitFor(() => expect(told).toBe(1));
    await server.stop();
    await server.start();
    await vi.waitFor(() => expect(ana.said()).toEqual(['patience']), { timeout: 5_000 });
    expect(told).toBe(2);
  });

  test('that cannot be taken any more are kept with the reason, and those behind them go on', async () => {
    const ana = await tabOf(room.members[0]);
    const gone = randomUUID();
    void ana.store.send({ kind: 'message.edit', message: gone, text: 'too late' });
    void ana.store.send(post('and on'));
    await vi.waitFor(() => expect(ana.said()).toEqual(['and on']));
    const [kept, ...others] = ana.store.get().pending;
    expect(kept).toMatchObject({ progress: 'refused', refusal: { refused: 'out-of-date' } });
    expect(others).toEqual([]);
    ana.store.discard(kept?.id ?? '');
    expect(ana.store.get().pending).toEqual([]);
  });

  test('K2 of an edit are kept when the line was taken back on another screen meanwhile', async () => {
    const [laptop, phone] = [await tabOf(room.members[0]), await tabOf(room.members[0])];
    const message = randomUUID();
    await laptop.store.send({ kind: 'message.post', message, text: 'a word' });
    await vi.waitFor(() => expect(phone.said()).toEqual(['a word']));

    laptop.socket.disconnect();
    await vi.waitFor(() => expect(laptop.store.get().connection).toBe('offline'));
    await laptop.store.send({ kind: 'message.edit', message, text: 'a better word' });
    await phone.store.send({ kind: 'message.retract', message });
    await vi.waitFor(() => expect(phone.said()).toEqual([null]));
    laptop.socket.connect();

    await vi.waitFor(() => expect(laptop.store.get().pending[0]?.progress).toBe('refused'));
    expect(laptop.store.get().pending[0]?.command).toMatchObject({ text: 'a better word' });
    expect(laptop.said()).toEqual([null]);
    expect((await log()).map((event) => ('text' in event ? event.text : ''))).not.toContain('a better word');
  });

  test('wait when there is too much at once, and still come in order', async () => {
    const slow = await startLiveServer({
      figures: { ...figures, command: { points: 4, seconds: 1, shared: false } },
    });
    const own = await aMeetingRoom(slow.house(), 1);
    const ana = await openTab(slow, own.members[0] ?? '', own.meeting);
    const texts = Array.from({ length: 9 }, (_, index) => `${index}`);
    for (const text of texts) void ana.store.send(post(text));
    await vi.waitFor(() => expect(ana.said()).toEqual(texts), { timeout: 10_000 });
    ana.close();
    await slow.close();
  });
});

describe('P8 a tab', () => {
  test('that missed frames asks for them and is where the room is', async () => {
    const holes: number[] = [];
    const ana = await tabOf(room.members[0], (socket) => patchy(socket, holes));
    const ben = await tabOf(room.members[1]);
    for (let index = 0; index < 12; index += 1) await ben.store.send(post(`${index}`));
    await vi.waitFor(() => expect(ana.said()).toHaveLength(12), { timeout: 5_000 });
    expect(holes.length).toBeGreaterThan(0);
    await vi.waitFor(async () => {
      const fresh = maskState(fold(await log()), room.members[0] ?? '');
      expect(ana.store.get().meeting).toEqual(fresh);
    });
  });

  test('that slept through more than the tail gets a snapshot and is where the room is', async () => {
    const ana = await tabOf(room.members[0]);
    ana.socket.disconnect();
    const actor = room.members[1] ?? '';
    const house = server.house();
    await Promise.all(
      Array.from({ length: 520 }, (_, index) =>
        house.rooms.execute({ room: room.meeting, actor, id: randomUUID(), command: post(`${index}`) }),
      ),
    );
    ana.socket.connect();
    await vi.waitFor(() => expect(ana.said().at(-1)).toBe('519'), { timeout: 5_000 });
    await vi.waitFor(async () => expect(ana.store.get().meeting).toEqual(fold(await log())));
  });

  test('learns the name of somebody who joined the circle after it', async () => {
    const ana = await tabOf(room.members[0]);
    const other = await aMeetingRoom(server.house(), 1);
    const [newcomer = ''] = other.members;
    const seat = { id: randomUUID(), circle_id: room.circle, person_id: newcomer, seat: 9 };
    await server.house().db.insertInto('membership').values(seat).execute();
    server.house().rooms.forget(room.meeting);
    await tabOf(newcomer);
    await vi.waitFor(() =>
      expect(ana.store.get().people).toContainEqual({ id: newcomer, name: expect.any(String) }),
    );
  });

  test('P12 that hears of what it does not know asks to be loaded again, for good, and keeps what is written', async () => {
    const ana = await tabOf(room.members[0]);
    const { version } = ana.store.get().meeting;
    const strange = { kind: 'song.sung', version: version + 1, at: 0, actor: null, command: null };
    const from = version + 1;
    server.house().publish({ room: room.meeting, from, events: [strange as unknown as LoggedMeetingEvent] });
    await vi.waitFor(() => expect(ana.store.get().connection).toBe('renewed'));
    expect(ana.store.get().meeting.version).toBe(from);

    ana.socket.disconnect();
    await ana.store.send(post('kept'));
    ana.socket.connect();
    const ben = await tabOf(room.members[1]);
    await vi.waitFor(() => expect(ben.store.get().here).toContain(room.members[0]));
    expect(ana.store.get()).toMatchObject({
      ...{ connection: 'renewed', meeting: { version: from } },
      pending: [{ progress: 'waiting', command: { text: 'kept' } }],
    });
    expect(await inLog()).toEqual([]);
  });

  test('P11 says so when its person was removed, and keeps what they wrote', async () => {
    const ben = await tabOf(room.members[1]);
    await server
      .house()
      .db.updateTable('membership')
      .set({ left_at: new Date(), left_how: 'removed' })
      .where('person_id', '=', room.members[1] ?? '')
      .execute();
    server.house().cut({ person: room.members[1] ?? '', circle: room.circle });
    await vi.waitFor(() => expect(ben.store.get().connection).toBe('cut'));
    await ben.store.send(post('mine to copy'));
    expect(ben.store.get().pending).toMatchObject([{ command: { text: 'mine to copy' } }]);
    expect(await inLog()).toEqual([]);
  });

  test('P11 says so when its sign-in has ended, and does not knock again by itself', async () => {
    const ben = await tabOf(room.members[1]);
    server.house().cut({ person: room.members[1] ?? '' });
    await vi.waitFor(() => expect(ben.socket.connected).toBe(false));
    expect(ben.store.get().connection).toBe('signed-out');
    expect(ben.socket.active).toBe(false);
  });

  test('P11 sends nothing in the name of somebody else who signed in meanwhile', async () => {
    const { cookie } = await server.signIn(room.members[1] ?? '');
    await expect(openLine(server.origin, { cookie, person: room.members[0] ?? '' })).rejects.toThrow(
      'signed-out',
    );
  });
});

test('the offset to the server’s clock is known soon after entering', async () => {
  const ana = await tabOf(room.members[0]);
  await vi.waitFor(() => expect(Math.abs(ana.store.get().offset)).toBeLessThan(1_000));
  const shown = performance.timeOrigin + performance.now() + ana.store.get().offset;
  expect(Math.abs(shown - Date.now())).toBeLessThan(500);
});

const generous = { points: 1_000_000, seconds: 1, shared: false };
const figures = { read: generous, write: generous, command: generous };

/** Hears neither the frame nor the answer of its first command. */
function deaf(socket: LiveSocket, sent: string[]): LiveSocket {
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'emitWithAck') return typeof value === 'function' ? value.bind(target) : value;
      return async (event: string, request: { id: string }) => {
        if (event !== 'command') return target.emitWithAck(event as 'clock', request as never);
        sent.push(request.id);
        if (sent.length > 1) return target.emitWithAck('command', request as never);
        const listeners = target.listeners('frame');
        target.off('frame');
        await target.emitWithAck('command', request as never);
        for (const listener of listeners) target.on('frame', listener);
        throw new Error('The answer was lost.');
      };
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}

/** Answers commands itself, unless `answer` leaves them to the server. */
function answeringCommands(socket: LiveSocket, answer: () => Refusal | null): LiveSocket {
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'emitWithAck') return typeof value === 'function' ? value.bind(target) : value;
      return async (event: string, request: unknown) =>
        (event === 'command' ? answer() : null) ?? target.emitWithAck(event as 'clock', request as never);
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}

/** Loses every third frame. */
function patchy(socket: LiveSocket, holes: number[]): LiveSocket {
  let count = 0;
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'on') return typeof value === 'function' ? value.bind(target) : value;
      return (event: string, listener: (message: unknown) => void) => {
        if (event !== 'frame') return target.on(event as 'frame', listener as never);
        return target.on('frame', (message) => {
          count += 1;
          if (count % 3 === 0) holes.push(message.from);
          else listener(message);
        });
      };
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}
