// Lines that do not drain, and lines that send faster than it gets done.
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { PROTOCOL } from '#app/domain/meeting/protocol.ts';
import { MOST_NOTE_BYTES } from '#app/domain/notes/limits.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { openBareLine } from '#test/harness/bare-line.ts';
import { lineOfSeat, startBusyServer } from '#test/harness/busy-server.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import type { LiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom, post } from '#test/harness/meeting-room.ts';
import { addParagraph } from '#test/harness/notes.ts';
import { openSleepyLine } from '#test/harness/sleepy-line.ts';

async function sleeper(server: LiveServer, room: MeetingRoom, seat: number) {
  const { cookie } = await server.signIn(room.members[seat] ?? '');
  return openSleepyLine(server.origin, { cookie, room: room.meeting });
}
/** Says long lines, eight at a time, until `over`; answers how many. */
async function talkUntil(line: Line, room: string, over: () => boolean): Promise<number> {
  let said = 0;
  for (; !over(); said += 8) {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => line.command(room, post('x'.repeat(8_000)))),
    );
    expect(answers.filter(isRefusal)).toEqual([]);
  }
  return said;
}

test('who never reads is cut when 1 MiB waits, the others hear everything, the log brings the rest back (P17)', async () => {
  const server = await startBusyServer();
  const room = await aMeetingRoom(server.house(), 3);
  const [ana, ben] = [await lineOfSeat(server, room, 0), await lineOfSeat(server, room, 1)];
  const chi = await sleeper(server, room, 2);
  let isCut = false;
  void chi.ended.then(() => (isCut = true));
  const before = server.lines();
  const said = await talkUntil(ana, room.meeting, () => server.lines() < before);

  const heard = () => ben.events().filter(({ kind }) => kind === 'message.posted').length;
  await expect.poll(heard).toBe(said);
  expect(ana.socket.connected && ben.socket.connected).toBe(true);
  chi.wake();
  await expect.poll(() => isCut).toBe(true);

  const back = await lineOfSeat(server, room, 2);
  const entered = await back.enter(room.meeting, { after: 2 });
  // Or more: people come and go meanwhile.
  expect(isRefusal(entered) ? 0 : entered.version).toBeGreaterThanOrEqual(ben.events().at(-1)?.version ?? 0);
});

test('who never reads the notes they ask for is cut as well: bytes count like words (P17)', async () => {
  const server = await startBusyServer({ drain: { bytes: 1024 * 1024, ms: 600_000 } });
  const { meeting: room, members } = await aMeetingRoom(server.house(), 1);
  const words = addParagraph(new Y.Doc(), 'x'.repeat(MOST_NOTE_BYTES - 200));
  expect(await server.house().notes.write(room, members[0] ?? '', words)).toEqual({ seq: 1 });
  const reader = await openLine(server.origin, await server.signIn(members[0] ?? ''));
  onTestFinished(() => reader.close());
  await reader.enter(room);
  const opened = await reader.send('notes.open', { room, vector: new Uint8Array() });
  expect(opened).toMatchObject({ seq: 1, update: { length: words.length } });
  const { cookie } = await server.signIn(members[0] ?? '');
  const { socket, say, heard } = await openBareLine(server.origin, cookie);
  onTestFinished(() => socket.terminate());
  const [connected, entered] = [heard('40'), heard('430')];
  say('40');
  await connected;
  say(`420${JSON.stringify(['enter', { protocol: PROTOCOL, room, after: null, seat: false }])}`);
  await entered;
  const before = server.lines();
  socket.pause();
  const vector = { _placeholder: true, num: 0 };
  for (let time = 0; time < 200; time += 1) {
    say(`451-1${JSON.stringify(['notes.open', { room, vector }])}`);
    socket.send(Buffer.alloc(0));
  }
  await expect.poll(server.lines).toBeLessThan(before);
  expect(reader.socket.connected).toBe(true);
});

test('who takes longer than the time for one write is cut, however little waits (P17)', async () => {
  const server = await startBusyServer({ drain: { bytes: 1_000_000_000, ms: 300 } });
  const room = await aMeetingRoom(server.house(), 2);
  const ana = await lineOfSeat(server, room, 0);
  await sleeper(server, room, 1);
  const before = server.lines();
  await talkUntil(ana, room.meeting, () => server.lines() < before);
  expect(ana.socket.connected).toBe(true);
});

test('who leaves and comes again on one line is listened to once, however often', async () => {
  const server = await startBusyServer();
  const room = await aMeetingRoom(server.house(), 1);
  const { cookie } = await server.signIn(room.members[0] ?? '');
  const tooMany: Error[] = [];
  const listen = (warning: Error) => {
    if (warning.name === 'MaxListenersExceededWarning') tooMany.push(warning);
  };
  process.on('warning', listen);
  onTestFinished(() => void process.off('warning', listen));
  const { socket, say, heard } = await openBareLine(server.origin, cookie);
  onTestFinished(() => socket.terminate());
  for (let time = 0; time < 30; time++) {
    const connected = heard('40');
    say('40');
    await connected;
    say('41');
    // It has gone before it comes again.
    socket.ping();
    await once(socket, 'pong');
  }
  expect(tooMany).toEqual([]);
});
