import { createAdapter } from '@socket.io/postgres-adapter';
import type pg from 'pg';
import type { Logger } from 'pino';
import { connect } from '#db/connect.ts';
import type { Wire } from './wire.ts';

/** One connection listens, the others notify. */
const CONNECTIONS = 3;
/** A notification must be shorter than 8,000 bytes; larger ones go by way of a table. */
const LARGEST_NOTIFICATION = 7_500;
/**
 * How long what goes by way of the table lies there, and how often that is looked at, in ms. Whoever hears of it fetches it at
 * once. What is written into notes goes that way; it must be gone when they are drawn together (P32), 15 s after the last word.
 */
const LIES = 5_000;

/**
 * Between processes by NOTIFY and LISTEN, on connections of its own, so that a busy pool delays no hint. A connection
 * that breaks is replaced within three seconds; what was said meanwhile is lost, as it may be. Processes that use another
 * `channel` do not hear each other.
 */
export function postgresWire(url: string, log: Logger, channel = 'rondo'): Wire {
  const connection = connect(url, {
    poolSize: CONNECTIONS,
    onLost: (error) => log.debug({ err: error }, 'a connection between processes was lost'),
  });
  const lines = openLines(connection.pool);
  const adapter = createAdapter(lines.pool as pg.Pool, {
    channelPrefix: channel,
    payloadThreshold: LARGEST_NOTIFICATION,
    cleanupInterval: LIES,
    errorHandler: (error) => log.warn({ err: error }, 'other processes could not be told or heard'),
  });
  return {
    adapter,
    close() {
      lines.close();
      return connection.close();
    },
  };
}

/**
 * The two verbs of a pool that the adapter uses. It forgets a listening connection that broke without giving its place
 * back, and after a few of these the pool would be full for ever. One that it is only just opening when it is closed it
 * would keep, and the pool could not end.
 */
function openLines(pool: pg.Pool) {
  const held = new Set<pg.PoolClient>();
  let closed = false;

  function giveBack(client: pg.PoolClient): void {
    if (held.has(client)) client.release(true);
  }

  async function connectOnce(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    const { release } = client;
    client.release = (broken) => {
      held.delete(client);
      release(broken);
    };
    held.add(client);
    client.once('end', () => giveBack(client));
    if (!closed) return client;
    giveBack(client);
    // Whoever waits for it has been closed, and would only try again.
    return new Promise(() => {});
  }

  return {
    pool: { connect: connectOnce as pg.Pool['connect'], query: pool.query.bind(pool) },
    close(): void {
      closed = true;
      for (const client of held) {
        // Otherwise the adapter would open another one.
        client.removeAllListeners('end');
        giveBack(client);
      }
    },
  };
}
