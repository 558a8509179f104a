// One line by itself, at both ends of a real connection: when a write of ours counts as under way.
import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { type Connection, openLine } from '#server/live/backpressure.ts';

const piece = Buffer.alloc(1024 * 1024);

/** A line on which the other end reads when it is told to, and any write that is still under way at a look is too long. */
async function aLine() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const reader = connect(port, '127.0.0.1').pause();
  const [socket] = (await once(server, 'connection')) as [Socket];
  onTestFinished(() => {
    reader.destroy();
    socket.destroy();
    server.close();
  });
  const facts = { readyState: 'open', transport: new EventEmitter(), request: { socket } };
  const connection = Object.assign(new EventEmitter(), facts) as unknown as Connection;
  const line = openLine(connection, { bytes: 1_000_000_000, ms: 0 }, { log: pino({ level: 'silent' }) });
  return { line, socket, reader };
}

function fill({ line, socket }: Awaited<ReturnType<typeof aLine>>): number {
  let said = 0;
  for (; socket.writableLength === 0; said += piece.length) line.say(piece);
  return said;
}

test('P17 a write that the network does not take is under way until it does', async () => {
  const there = await aLine();
  fill(there);
  there.line.look();
  expect(there.socket.destroyed).toBe(true);
});

test('P17 who was slow for a while and has read everything since is not cut', async () => {
  const there = await aLine();
  const { line, socket, reader } = there;
  let read = 0;
  reader.on('data', (bytes) => {
    read += bytes.length;
  });
  reader.pause();
  for (let time = 0; time < 3; time += 1) {
    read = 0;
    const said = fill(there);
    reader.resume();
    await expect.poll(() => read).toBe(said);
    reader.pause();
    line.look();
    expect(socket.destroyed).toBe(false);
  }
});

test('P17 what the network takes at once is never under way', async () => {
  const { line, socket } = await aLine();
  line.say(Buffer.from('a word'));
  line.look();
  expect(socket.destroyed).toBe(false);
});
