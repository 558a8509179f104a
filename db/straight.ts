// The straight way to the database for the one statement that everything waits for: past the query builder and the
// driver's general reading of answers, which together cost as much as the statement's own way over the wire. A
// connection of the pool is taken and given back as always.
import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** What we use of the driver, which takes statements of one's own that know its protocol. */
export type StraightPool = {
  connect: (
    done: (error: Error | undefined, client: Client | undefined, release: () => void) => void,
  ) => void;
};
type Client = { query: (statement: object) => unknown };
type Wire = {
  stream: { cork: () => void; uncork: () => void };
  parsedStatements: Record<string, string | undefined>;
  submittedNamedStatements: Record<string, string | undefined>;
  parse: (message: { name: string; text: string }) => void;
  bind: (message: { statement: string; values: readonly string[] }) => void;
  execute: (message: { rows: number }) => void;
  sync: () => void;
};

export type Prepared = { name: string; text: string };

const pools = new WeakMap<Kysely<DB>, StraightPool>();

/** Statements of this database may go straight to its pool. A transaction is another `db` and has no such way. */
export function openStraightWay(db: Kysely<DB>, pool: StraightPool): void {
  pools.set(db, pool);
}

/** Whether `askStraight` can be used. */
export function hasStraightWay(db: Kysely<DB>): boolean {
  return pools.has(db);
}

/**
 * Runs a prepared statement by itself and answers the first column of its rows as the database writes it. Rejects with the
 * driver's own errors, as a query of the builder would.
 */
export function askStraight(
  db: Kysely<DB>,
  statement: Prepared,
  values: readonly string[],
): Promise<string[]> {
  const pool = pools.get(db);
  if (!pool) throw new Error('There is no straight way in a transaction.');
  return new Promise((resolve, reject) => {
    pool.connect((error, client, release) => {
      if (error || !client) return reject(error);
      const done = (wrong: Error | null, column: string[]) => {
        release();
        if (wrong) reject(wrong);
        else resolve(column);
      };
      client.query(new Straight(statement, values, done));
    });
  });
}

/** One run of a statement, as the driver calls it. Its names are the driver's. */
class Straight {
  readonly name: string;
  readonly text: string;
  readonly #values: readonly string[];
  readonly #column: string[] = [];
  #done: ((error: Error | null, column: string[]) => void) | null;

  constructor(
    { name, text }: Prepared,
    values: readonly string[],
    done: (error: Error | null, column: string[]) => void,
  ) {
    this.name = name;
    this.text = text;
    this.#values = values;
    this.#done = done;
  }

  submit(wire: Wire): null {
    const { name, text } = this;
    wire.stream.cork();
    if (wire.parsedStatements[name] === undefined && wire.submittedNamedStatements[name] === undefined) {
      wire.parse({ name, text });
      wire.submittedNamedStatements[name] = text;
    }
    wire.bind({ statement: name, values: this.#values });
    wire.execute({ rows: 0 });
    wire.sync();
    wire.stream.uncork();
    return null;
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.#column.push(fields[0] ?? '');
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#settle(error);
  }

  handleReadyForQuery(): void {
    this.#settle(null);
  }

  /** Once: when the connection breaks there may be an error more than one, and then no end. */
  #settle(error: Error | null): void {
    const done = this.#done;
    this.#done = null;
    done?.(error, this.#column);
  }
}
