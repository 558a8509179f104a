// People for tests: signed up and signed in, without a form and without the cost of a real password.
import { randomUUID } from 'node:crypto';
import { claimInstallation } from '#db/installation.ts';
import { insertOrganizer } from '#db/organizer.ts';
import { insertPerson } from '#db/person.ts';
import { writeCookie } from '#server/auth/cookie.ts';
import { hashPassword } from '#server/auth/passwords.ts';
import { sessionIdOf } from '#server/auth/sessions.ts';
import { startSession } from '#server/auth/start-session.ts';
import type { House } from '#server/house.ts';

export type TestPerson = {
  id: string;
  name: string;
  email: string;
  password: string;
  token: string;
  sessionId: string;
  /** the `Cookie` header of their browser */
  cookie: string;
};

type Wanted = Partial<Pick<TestPerson, 'id' | 'name' | 'email' | 'password'>> & {
  timeZone?: string;
  /** also looks after the installation, which then counts as set up */
  isOrganizer?: boolean;
};

const cheapest = 64;

/** Makes a person who is signed in. The password really works; its hash is a cheap one. */
export async function aPerson(house: House, wanted: Wanted = {}): Promise<TestPerson> {
  const id = wanted.id ?? randomUUID();
  const { name = `Person ${id.slice(0, 4)}`, email = `${id.slice(0, 8)}@rondo.example` } = wanted;
  const { password = 'seven quiet herons', timeZone = 'Europe/Berlin' } = wanted;
  const settings = { ...house.settings, passwordMemoryKib: cheapest };
  const hash = await hashPassword({ ...house, settings }, password);

  const at = new Date(house.now());
  await insertPerson(house.db, {
    id,
    email,
    password_hash: hash,
    name,
    time_zone: timeZone,
    created_at: at,
  });
  if (wanted.isOrganizer) {
    await claimInstallation(house.db, at);
    await insertOrganizer(house.db, id, at);
  }
  const from = { device: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', address: '127.0.0.1' };
  const token = await startSession(house, { id, passwordHash: hash }, from);
  if (!token) throw new Error('The session of a test person did not start.');
  const cookie = writeCookie(house.settings.origin, token, 60).split(';')[0] ?? '';
  return { id, name, email, password, token, sessionId: sessionIdOf(token), cookie };
}
