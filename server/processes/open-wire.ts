import type { Logger } from 'pino';
import type { Settings } from '../settings.ts';
import { postgresWire } from './postgres-wire.ts';
import { redisWire } from './redis-wire.ts';
import type { Wire } from './wire.ts';

/** The way to the other processes: the database itself, or Redis when the settings name one. */
export function openWire({ redisUrl }: Pick<Settings, 'redisUrl'>, databaseUrl: string, log: Logger): Wire {
  return redisUrl ? redisWire(redisUrl, log) : postgresWire(databaseUrl, log);
}
