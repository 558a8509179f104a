import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

type Round<Key, Answer> = { keys: Key[]; answers: Promise<Answer[]> };
/** `open`: still takes keys. `last` and the one before are done when their answers are there, or will not come. */
type Desk<Key, Answer> = {
  open?: Round<Key, Answer> | undefined;
  last: Promise<unknown>;
  before: Promise<unknown>;
};

/**
 * Makes one question to the database out of all that are asked within one turn of the event loop: when everybody comes
 * back after a restart, it is one and not thousands. Two are under way at most; what is asked meanwhile goes into the
 * next. `read` answers in the order of the keys. Nothing is remembered: whatever is answered was read after it was
 * asked for.
 */
export function gathering<Key, Answer>(read: (db: Kysely<DB>, keys: Key[]) => Promise<Answer[]>) {
  const desks = new WeakMap<Kysely<DB>, Desk<Key, Answer>>();

  function deskOf(db: Kysely<DB>): Desk<Key, Answer> {
    const known = desks.get(db);
    if (known) return known;
    const desk = { last: Promise.resolve(), before: Promise.resolve() };
    desks.set(db, desk);
    return desk;
  }

  function begin(db: Kysely<DB>, desk: Desk<Key, Answer>): Round<Key, Answer> {
    const keys: Key[] = [];
    const answers = Promise.all([nextTurn(), desk.before]).then(() => {
      desk.open = undefined;
      return read(db, keys);
    });
    desk.before = desk.last;
    desk.last = answers.catch(() => {});
    desk.open = { keys, answers };
    return desk.open;
  }

  return async (db: Kysely<DB>, key: Key): Promise<Answer> => {
    const desk = deskOf(db);
    const { keys, answers } = desk.open ?? begin(db, desk);
    const place = keys.push(key) - 1;
    return (await answers)[place] as Answer;
  };
}
