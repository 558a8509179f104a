import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findAccount, findByEmail, updatePassword } from '#db/person.ts';
import { hashPassword, isOutdated, verifyPassword } from '../auth/passwords.ts';
import { type From, startSession } from '../auth/start-session.ts';
import type { House } from '../house.ts';

type Credentials = { email: string; password: string };
type SignedIn = { token: string; personId: string };

/**
 * Signs somebody in. Whatever is wrong, the answer is the same, in words and in the work it takes: it does not tell whether
 * anybody has this address. Too many tries only ever slow down; nobody can lock somebody else out.
 */
export async function signIn(
  house: House,
  { email, password }: Credentials,
  from: From,
): Promise<SignedIn | Refusal> {
  const wait = await slowDown(house, email, from.address);
  if (wait > 0) return refuse('slow-down', { retryMs: wait });

  const person = await findByEmail(house.db, email);
  const isRight = await verifyPassword(house, password, person?.password_hash);
  if (isRight === 'busy') return busyFor(house, email, from.address);
  if (!isRight || !person?.password_hash) return refuse('wrong-credentials');
  await countsNot(house, email, from.address);

  const passwordHash = await renewed(house, person.id, person.password_hash, password);
  const token = await startSession(house, { id: person.id, passwordHash }, from);
  return token ? { token, personId: person.id } : startAnew(house, person.id, password, from);
}

/** Another hash is stored by now: of another password, or of the same one, renewed by a sign-in beside this one. */
async function startAnew(
  house: House,
  personId: string,
  password: string,
  from: From,
): Promise<SignedIn | Refusal> {
  const stored = (await findAccount(house.db, personId))?.password_hash;
  const isRight = await verifyPassword(house, password, stored);
  if (isRight === 'busy') return refuse('busy');
  if (!isRight || !stored) return refuse('wrong-credentials');
  const token = await startSession(house, { id: personId, passwordHash: stored }, from);
  return token ? { token, personId } : refuse('wrong-credentials');
}

/** Counts a try at an account, whether it exists or not. Answers the milliseconds to wait, or 0. */
export async function slowDown(house: House, email: string, address: string): Promise<number> {
  const pair = await house.limits.take('sign-in-pair', pairOf(email, address));
  return pair > 0 ? pair : house.limits.take('sign-in-account', email);
}

/** Takes back what `slowDown` counted: only wrong passwords are tries. */
export async function countsNot(house: House, email: string, address: string): Promise<void> {
  await house.limits.giveBack('sign-in-pair', pairOf(email, address));
  await house.limits.giveBack('sign-in-account', email);
}

/** Nothing was tried: whoever is asked to come back has used up no try. */
export async function busyFor(house: House, email: string, address: string): Promise<Refusal> {
  await countsNot(house, email, address);
  return refuse('busy');
}

function pairOf(email: string, address: string): string {
  return `${email} ${address}`;
}

/** The stored hash, made anew when it was made at another cost than today's. */
async function renewed(house: House, personId: string, stored: string, password: string): Promise<string> {
  if (!isOutdated(house, stored)) return stored;
  const hash = await hashPassword(house, password);
  if (hash === 'busy') return stored;
  return (await updatePassword(house.db, personId, hash, stored)) ? hash : stored;
}
