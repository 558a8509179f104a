import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Logger } from 'pino';
import { createClient } from 'redis';
import type { Wire } from './wire.ts';

/** How long until Redis is tried again, in ms. */
const AGAIN = 500;

/**
 * Between processes by way of Redis. Words (`serverSideEmit`) alone go over it: what the adapter broadcasts it would put into a
 * stream that is kept, and this wire has none. While Redis is away nothing is said and nothing is kept to be said later; it is
 * tried again for ever, and its absence ends nobody.
 */
export function redisWire(url: string, log: Logger, channel = 'rondo'): Wire {
  let isLost = false;
  const options = { url, socket: { reconnectStrategy: () => AGAIN, connectTimeout: 2_000 } };
  const speaker = createClient({ ...options, disableOfflineQueue: true });
  const opened: { destroy: () => void }[] = [speaker];
  speaker.on('error', (error: unknown) => {
    if (!isLost) log.warn({ err: error }, 'Redis is away; rooms are kept in step by looking at the log');
    isLost = true;
  });
  speaker.on('ready', () => {
    if (isLost) log.info('Redis is back');
    isLost = false;
  });
  void speaker.connect().catch(() => {});

  /** A line that listens; asking it waits until Redis is there. */
  function listener() {
    const line = createClient(options);
    opened.push(line);
    return Object.assign(line, { disconnect: () => destroy(line) });
  }
  const adapter = createAdapter(
    {
      // What the adapter knows a client of this library by.
      sSubscribe: () => {},
      publish: (to: string, text: Buffer) => speaker.publish(to, text).catch(() => 0),
      duplicate: listener,
    },
    { streamName: channel, channelPrefix: channel },
  );
  return {
    adapter,
    async close() {
      for (const line of opened) destroy(line);
    },
  };
}

function destroy(line: { isOpen?: boolean; destroy: () => void }): void {
  if (line.isOpen) line.destroy();
}
