import { createHash } from 'node:crypto';
import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia, TimeSpan } from 'lucia';
import type pg from 'pg';

/**
 * The only file that knows Lucia, behind four verbs, so that it can be replaced in an afternoon.
 * Lucia stores the bearer token itself, so it is handed the SHA-256 of ours as its session id:
 * a leaked table signs nobody in.
 */
export type SignIn = { sessionId: string; personId: string; fresh: boolean };

export type Sessions = {
  /** Starts a sign-in for this person; the token is known to the caller alone. */
  start: (personId: string, token: string) => Promise<SignIn>;
  /** The sign-in that belongs to a token, or null. Idle sign-ins end by themselves. */
  read: (token: string) => Promise<SignIn | null>;
  end: (sessionId: string) => Promise<void>;
  endAll: (personId: string) => Promise<void>;
};

/** The name under which a token is stored. */
export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function openSessions(pool: pg.Pool, idleDays: number): Sessions {
  const lucia = new Lucia(new NodePostgresAdapter(pool, { user: 'person', session: 'session' }), {
    sessionExpiresIn: new TimeSpan(idleDays, 'd'),
  });
  return {
    async start(personId, token) {
      const session = await lucia.createSession(personId, {}, { sessionId: sessionIdOf(token) });
      return { sessionId: session.id, personId, fresh: true };
    },
    async read(token) {
      const { session, user } = await lucia.validateSession(sessionIdOf(token));
      return session && user ? { sessionId: session.id, personId: user.id, fresh: session.fresh } : null;
    },
    end: (sessionId) => lucia.invalidateSession(sessionId),
    endAll: (personId) => lucia.invalidateUserSessions(personId),
  };
}
