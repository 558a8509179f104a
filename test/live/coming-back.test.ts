// The browser's half of a room, run against the real server: what is written arrives once and in order, whatever breaks.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { refuse } from '#app/domain/refusal.ts';
import { openTab } from '#test/harness/browser-tab.ts';
import { startLiveServer } from '#test/harness/live-server.ts';
import { answeringCommands, deaf } from '#test/harness/lossy-sockets.ts';
import { aMeetingRoom, post } from '#test/harness/meeting-room.ts';
import { openTabGround } from '#test/harness/tab-ground.ts';
import { until } from '#test/harness/until.ts';

const ground = openTabGround();
const { tabOf, log, inLog } = ground;

const generous = { points: 1_000_000, seconds: 1, shared: false };
const figures = { read: generous, write: generous, command: generous };

describe('P9 words', () => {
  test('arrive everywhere in the order they were written, each once', async () => {
    const [ana, ben] = [await tabOf(ground.room.members[0]), await tabOf(ground.room.members[1])];
    const texts = Array.from({ length: 25 }, (_, index) => `line ${index}`);
    for (const text of texts) void ana.store.send(post(text));
    await until(() => expect(ben.said()).toEqual(texts));
    expect(ana.said()).toEqual(texts);
    await until(() => expect(ana.store.get().pending).toEqual([]));
    expect(await inLog()).toEqual(texts);
  });

  test('are shown as sending, and are gone from there when they are saved', async () => {
    const ana = await tabOf(ground.room.members[0]);
    const seen: string[][] = [];
    ana.store.subscribe(() => seen.push(ana.store.get().pending.map(({ progress }) => progress)));
    await ana.store.send(post('once'));
    await until(() => expect(ana.store.get().pending).toEqual([]));
    expect(seen).toContainEqual(['waiting']);
    expect(seen).toContainEqual(['sending']);
    expect(ana.said()).toEqual(['once']);
  });

  test('survive a server that goes away and comes back: nothing lost, in order, once, within 5 s', async () => {
    const [ana, ben] = [await tabOf(ground.room.members[0]), await tabOf(ground.room.members[1])];
    await ana.store.send(post('before'));
    await until(() => expect(ben.said()).toEqual(['before']));
    await ground.server.stop();
    await until(() => expect(ana.store.get().connection).toBe('offline'));
    const kept = ['first', 'second', 'third'];
    for (const text of kept) await ana.store.send(post(text));
    expect(ana.store.get().pending.map(({ progress }) => progress)).toEqual([
      'waiting',
      'waiting',
      'waiting',
    ]);
    expect(await ana.store.send({ kind: 'hand.raise' })).toMatchObject({ refused: 'busy' });

    await ground.server.start();
    const up = performance.now();
    await until(() => expect(ben.said()).toEqual(['before', ...kept]));
    expect(performance.now() - up).toBeLessThan(5_000);
    expect(await inLog()).toEqual(['before', ...kept]);
    await until(() => expect(ana.store.get().pending).toEqual([]));
    expect((await log()).some(({ kind }) => kind === 'hand.raised')).toBe(false);
  });

  test('P3 whose acknowledgement was lost go again under the same id, and have one effect', async () => {
    const ben = await tabOf(ground.room.members[1]);
    const sent: string[] = [];
    const ana = await tabOf(ground.room.members[0], (socket) => deaf(socket, sent));
    await ana.store.send(post('said once'));
    await until(() => expect(ana.store.get().pending).toEqual([]));
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(1);
    expect(await inLog()).toEqual(['said once']);
    await until(() => expect(ben.said()).toEqual(['said once']));
  });

  test('Q1 that were told to wait go at once when the line is a new one', async () => {
    let told = 0;
    const ana = await tabOf(ground.room.members[0], (socket) =>
      answeringCommands(socket, () => {
        told += 1;
        return told === 1 ? refuse('busy', { retryMs: 60_000 }) : null;
      }),
    );
    void ana.store.send(post('patience'));
    await until(() => expect(told).toBe(1));
    await ground.server.stop();
    await ground.server.start();
    await until(() => expect(ana.said()).toEqual(['patience']));
    expect(told).toBe(2);
  });

  test('that cannot be taken any more are kept with the reason, and those behind them go on', async () => {
    const ana = await tabOf(ground.room.members[0]);
    const gone = randomUUID();
    void ana.store.send({ kind: 'message.edit', message: gone, text: 'too late' });
    void ana.store.send(post('and on'));
    await until(() => expect(ana.said()).toEqual(['and on']));
    const [kept, ...others] = ana.store.get().pending;
    expect(kept).toMatchObject({ progress: 'refused', refusal: { refused: 'out-of-date' } });
    expect(others).toEqual([]);
    ana.store.discard(kept?.id ?? '');
    expect(ana.store.get().pending).toEqual([]);
  });

  test('K2 of an edit are kept when the line was taken back on another screen meanwhile', async () => {
    const [laptop, phone] = [await tabOf(ground.room.members[0]), await tabOf(ground.room.members[0])];
    const message = randomUUID();
    await laptop.store.send({ kind: 'message.post', message, text: 'a word' });
    await until(() => expect(phone.said()).toEqual(['a word']));

    laptop.socket.disconnect();
    await until(() => expect(laptop.store.get().connection).toBe('offline'));
    await laptop.store.send({ kind: 'message.edit', message, text: 'a better word' });
    await phone.store.send({ kind: 'message.retract', message });
    await until(() => expect(phone.said()).toEqual([null]));
    laptop.socket.connect();

    await until(() => expect(laptop.store.get().pending[0]?.progress).toBe('refused'));
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
    await until(() => expect(ana.said()).toEqual(texts));
    ana.close();
    await slow.close();
  });
});
