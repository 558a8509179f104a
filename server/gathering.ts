import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/**
 * Makes one question to the database out of all that are asked within one turn of the event loop: when everybody comes
 * back after a restart, it is one and not thousands. `read` answers in the order of the keys. Nothing is remembered:
 * whatever is answered was read after it was asked for.
 */
export function gathering<Key, Answer>(read: (db: Kysely<DB>, keys: Key[]) => Promise<Answer[]>) {
  const open = new WeakMap<Kysely<DB>, { keys: Key[]; answers: Promise<Answer[]> }>();

  function begin(db: Kysely<DB>) {
    const keys: Key[] = [];
    const answers = nextTurn().then(() => {
      open.delete(db);
      return read(db, keys);
    });
    const round = { keys, answers };
    open.set(db, round);
    return round;
  }

  return async (db: Kysely<DB>, key: Key): Promise<Answer> => {
    const { keys, answers } = open.get(db) ?? begin(db);
    const place = keys.push(key) - 1;
    return (await answers)[place] as Answer;
  };
}
