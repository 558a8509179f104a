import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findByEmail, insertPerson } from '#db/person.ts';
import { hashPassword, verifyPassword } from '../auth/passwords.ts';
import { type From, startSession } from '../auth/start-session.ts';
import type { House } from '../house.ts';
import { judgePassword } from './judge-password.ts';
import { busyFor, countsNot, slowDown } from './sign-in.ts';

/** `id` is made with the form, so that the same form sent twice makes one account. */
export type NewAccount = {
  id: string;
  name: string;
  email: string;
  password: string;
  timeZone: string;
} & From;

const taken =
  'We could not make an account with this address. If you already have one, sign in with its password, or recover access.';

/**
 * Makes an account and signs it in. Whoever gives the address and the password of an account that exists is
 * simply signed in to it.
 *
 * With a wrong password the answer does tell that the address is known: an account that works at once cannot look
 * the same as none. Where mail can be sent, open sign-up therefore goes another way (`requestAccount`), and
 * this is for the holders of an invitation; where it cannot, tries are counted like those of a sign-in.
 */
export async function signUp(
  house: House,
  account: NewAccount,
): Promise<{ token: string; personId: string } | Refusal> {
  const { id, name, email, password, timeZone, ...from } = account;
  const wait = await slowDown(house, email, from.address);
  if (wait > 0) return refuse('slow-down', { retryMs: wait });

  const known = await findByEmail(house.db, email);
  if (known) return enterKnown(house, { ...account, known });
  const weak = judgePassword(password, { name, address: email });
  if (weak) {
    await countsNot(house, email, from.address);
    return weak;
  }
  const hash = await hashPassword(house, password);
  if (hash === 'busy') return busyFor(house, email, from.address);

  const row = { id, email, password_hash: hash, name, time_zone: timeZone };
  const isNew = await insertPerson(house.db, { ...row, created_at: new Date(house.now()) });
  // Somebody, most likely the same form, was quicker by a moment.
  if (!isNew) return enterKnown(house, { ...account, known: await findByEmail(house.db, email) });
  await countsNot(house, email, from.address);

  const token = await startSession(house, { id, passwordHash: hash }, from);
  return token ? { token, personId: id } : refuse('broken');
}

async function enterKnown(
  house: House,
  {
    known,
    email,
    password,
    device,
    address,
  }: NewAccount & { known: Awaited<ReturnType<typeof findByEmail>> },
): Promise<{ token: string; personId: string } | Refusal> {
  const isRight = await verifyPassword(house, password, known?.password_hash);
  if (isRight === 'busy') return busyFor(house, email, address);
  if (!isRight || !known?.password_hash)
    return refuse('wrong-credentials', { field: 'email', message: taken });
  await countsNot(house, email, address);

  const owner = { id: known.id, passwordHash: known.password_hash };
  const token = await startSession(house, owner, { device, address });
  return token ? { token, personId: known.id } : refuse('wrong-credentials');
}
