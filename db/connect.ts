// The one door to PostgreSQL. What comes back are plain values: whole numbers as numbers, calendar dates as text.
import type { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { nameOf } from './prepared.ts';
import type { DB } from './schema.ts';
import { openStraightWay, type StraightPool } from './straight.ts';

/** The database as queries see it. A transaction is just another one of these. */
export type Database = Kysely<DB>;

export type Connection = {
  /** where another connection finds the same database */
  url: string;
  db: Database;
  pool: pg.Pool;
  /** Waits a while for running queries, then cuts what is left. Safe to repeat. */
  close(): Promise<void>;
};

export type ConnectOptions = {
  /** connections held at most; 10 unless told. Two more append to the logs. */
  poolSize?: number;
  /** told about connections that broke while nobody used them; the pool replaces them by itself */
  onLost?: (error: Error) => void;
  /** how long `close` waits for running queries, in milliseconds; 5 s unless told */
  closeWithin?: number;
  /**
   * how long a connection may stay silent after a question, in milliseconds, before it is given up; 15 s unless told, which is
   * longer than the database takes to give up a statement by itself. 0: for as long as it takes
   */
  answerWithin?: number;
};

/** As many as commits run side by side. */
const LOG_CONNECTIONS = 2;

/** Many rooms are appended to at once; one that is held for longer than this, in ms, goes by itself. */
const LONGEST_IN_LINE = 500;

/** Opens a pool on a `postgres://` address. Nothing is sent before the first query. */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const { poolSize = 10, onLost = () => {}, closeWithin = 5_000, answerWithin = 15_000 } = options;
  const common: pg.PoolConfig = {
    Client: PreparingClient,
    connectionString: url,
    types: plainTypes(),
    statement_timeout: 10_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 15_000,
    connectionTimeoutMillis: 3_000,
    // Whatever stands in between forgets connections on which nothing is said.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'rondo',
  };
  const clients = new Set<pg.PoolClient>();
  const watch = { clients, onLost, answerWithin };
  const pool = openPool({ ...common, max: poolSize }, watch);
  // What is said never waits behind pages and sign-ins, nor long behind a room that somebody holds.
  const log = { ...common, max: LOG_CONNECTIONS, idleTimeoutMillis: 0, lock_timeout: LONGEST_IN_LINE };
  const logPool = openPool(log, watch);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  openStraightWay(db, logPool as StraightPool);

  let closing: Promise<void> | undefined;
  return {
    url,
    pool,
    db,
    close() {
      closing ??= endWithin(closeWithin, [pool, logPool], clients);
      return closing;
    },
  };
}

type Watch = Required<Pick<ConnectOptions, 'onLost' | 'answerWithin'>> & { clients: Set<pg.PoolClient> };

function openPool(config: pg.PoolConfig, { clients, onLost, answerWithin }: Watch): pg.Pool {
  const pool = new pg.Pool(config);
  // Without these two a restart of PostgreSQL would end this process.
  pool.on('error', onLost);
  pool.on('connect', (client) => {
    client.on('error', () => {});
    endWhenSilent(client, answerWithin);
    clients.add(client);
  });
  pool.on('remove', (client) => clients.delete(client));
  return pool;
}

/**
 * A machine that is gone ends no connection: whoever waits for its answer would wait for ever. What was under way may or may
 * not have been done, as with every connection that breaks.
 */
function endWhenSilent(client: pg.PoolClient, milliseconds: number): void {
  const line = client as unknown as { connection: { stream: Socket }; readyForQuery: boolean };
  const { stream } = line.connection;
  stream.setTimeout(milliseconds);
  // Each time, and not the first time alone: most of them are silent for a while because nobody asks anything.
  stream.on('timeout', () => {
    if (!line.readyForQuery) stream.destroy();
  });
}

/** Sends statements that have a name (`prepared.ts`) under it, so that they are parsed and planned once. */
class PreparingClient extends pg.Client {
  override query(...given: unknown[]): never {
    const [text, values] = given;
    const name = typeof text === 'string' ? nameOf(text) : undefined;
    const statement = name ? [{ name, text, values }, ...given.slice(2)] : given;
    return Reflect.apply(super.query, this, statement) as never;
  }
}

async function endWithin(milliseconds: number, pools: pg.Pool[], clients: Set<pg.PoolClient>): Promise<void> {
  const ended = Promise.all(pools.filter(({ ending }) => !ending).map((pool) => pool.end()));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'late');
  });
  if ((await Promise.race([ended, late])) === 'late') {
    for (const client of clients) (client as unknown as pg.Client).end(() => {});
  }
  clearTimeout(timer);
}

const { builtins } = pg.types;
const dateArray = 1182;
const bigintArray = 1016;
const textArray: number = 1009;

/** How values are read: PostgreSQL's own types for this pool only, so that no other library is surprised. */
function plainTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  const texts: (text: string) => (string | null)[] = pg.types.getTypeParser(textArray);
  types.setTypeParser(builtins.INT8, wholeNumber);
  types.setTypeParser(builtins.DATE, asWritten);
  types.setTypeParser(builtins.TIME, asWritten);
  types.setTypeParser(bigintArray, (text) =>
    texts(text).map((one) => (one === null ? null : wholeNumber(one))),
  );
  types.setTypeParser(dateArray, texts);
  return types;
}

function asWritten(text: string): string {
  return text;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large to be held exactly`);
  return number;
}
