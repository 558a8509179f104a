import type { createAdapter as overPostgres } from '@socket.io/postgres-adapter';
import type { createAdapter as overRedis } from '@socket.io/redis-streams-adapter';

/** How the processes of one house reach each other: an adapter for Socket.IO, and what has to be closed after it. */
export type Wire = {
  adapter: ReturnType<typeof overPostgres> | ReturnType<typeof overRedis>;
  close: () => Promise<void>;
};
