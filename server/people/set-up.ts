import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { claimInstallation, isSetUp } from '#db/installation.ts';
import { insertOrganizer } from '#db/organizer.ts';
import { findAccount, insertPerson } from '#db/person.ts';
import { hashPassword } from '../auth/passwords.ts';
import { startSession } from '../auth/start-session.ts';
import type { House } from '../house.ts';
import { judgePassword } from './judge-password.ts';
import { signIn } from './sign-in.ts';
import type { NewAccount } from './sign-up.ts';

/**
 * The first run: makes the first account, who looks after the installation, once and for all. The same form sent
 * twice signs the same person in; everybody else is refused.
 */
export async function setUp(
  house: House,
  account: NewAccount,
): Promise<{ token: string; personId: string } | Refusal> {
  if (await isSetUp(house.db)) return enterAgain(house, account);

  const { id, name, email, password, timeZone, ...from } = account;
  const weak = judgePassword(password, { name, address: email });
  if (weak) return weak;
  const hash = await hashPassword(house, password);
  if (hash === 'busy') return refuse('busy');

  const at = new Date(house.now());
  const isFirst = await house.db.transaction().execute(async (tx) => {
    if (!(await claimInstallation(tx, at))) return false;
    await insertPerson(tx, { id, email, password_hash: hash, name, time_zone: timeZone, created_at: at });
    await insertOrganizer(tx, id, at);
    return true;
  });
  if (!isFirst) return enterAgain(house, account);

  const token = await startSession(house, { id, passwordHash: hash }, from);
  return token ? { token, personId: id } : refuse('broken');
}

async function enterAgain(house: House, { id, email, password, device, address }: NewAccount) {
  const first = await findAccount(house.db, id);
  if (first?.email === email) return signIn(house, { email, password }, { device, address });
  return refuse('already-done', { message: 'Rondo has been set up already. Please sign in.' });
}
