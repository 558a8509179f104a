import { createHash } from 'node:crypto';
import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import type { Connection } from '#db/connect.ts';
import type { CircleWithUnread } from '#db/read-mark.ts';
import { findSignIns, findSignInsWithCircles, type SignInRow } from '#db/session.ts';
import { gathering } from '../gathering.ts';

/**
 * The only file that knows Lucia, behind a few verbs, so that it can be replaced in an afternoon.
 * Lucia stores the bearer token itself, so it is handed the SHA-256 of ours as its session id:
 * a leaked table signs nobody in.
 */
export type SignIn = { sessionId: string; personId: string; fresh: boolean };

/** What the table has about a sign-in and whoever it belongs to. */
type Facts = NonNullable<SignInRow> & { circles?: CircleWithUnread[] };

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof openLucia>;
    DatabaseUserAttributes: Facts;
  }
}

type Store = Pick<Connection, 'db' | 'pool'>;

export type Sessions = {
  /** Starts a sign-in for this person; the token is known to the caller alone. */
  start: (personId: string, token: string) => Promise<SignIn>;
  /** The sign-in that belongs to a token, or null. Idle sign-ins end by themselves. */
  read: (token: string) => Promise<(SignIn & { facts: Facts }) | null>;
  /** The same, with the person's circles as they are now. */
  readWithCircles: Sessions['read'];
  /**
   * When a sign-in that is used now ends if it is not used again, in ms. Lucia by itself extends it in the second
   * half of its time only.
   */
  idleEnd: () => number;
  end: (sessionId: string) => Promise<void>;
  endAll: (personId: string) => Promise<void>;
};

/** The name under which a token is stored. */
export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Lucia decides; it asks for all sign-ins of one turn of the event loop at once, with all that is known of them. */
function openLucia({ db, pool }: Store, idle: TimeSpan, findAll: typeof findSignIns) {
  const find = gathering(findAll);
  const adapter = new NodePostgresAdapter(pool, { user: 'person', session: 'session' });
  const inOne = Object.assign(adapter, {
    async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const facts = await find(db, id);
      if (!facts) return [null, null];
      const session = { id, userId: facts.id, expiresAt: facts.expires_at, attributes: {} };
      return [session, { id: facts.id, attributes: facts }];
    },
  });
  return new Lucia(inOne, {
    sessionExpiresIn: idle,
    getUserAttributes: (facts: Facts) => ({ facts }),
  });
}

export function openSessions(store: Store, idleDays: number): Sessions {
  const idle = new TimeSpan(idleDays, 'd');
  const lucia = openLucia(store, idle, findSignIns);
  const luciaForPages = openLucia(store, idle, findSignInsWithCircles);
  const readBy = (by: typeof lucia) => async (token: string) => {
    const { session, user } = await by.validateSession(sessionIdOf(token));
    if (!session || !user) return null;
    return { sessionId: session.id, personId: user.id, fresh: session.fresh, facts: user.facts };
  };

  return {
    async start(personId, token) {
      const session = await lucia.createSession(personId, {}, { sessionId: sessionIdOf(token) });
      return { sessionId: session.id, personId, fresh: true };
    },
    read: readBy(lucia),
    readWithCircles: readBy(luciaForPages),
    idleEnd: () => Date.now() + idle.milliseconds(),
    end: (sessionId) => lucia.invalidateSession(sessionId),
    endAll: (personId) => lucia.invalidateUserSessions(personId),
  };
}
