import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalPassword } from '#app/domain/people/password.ts';
import type { House } from '../house.ts';
import { openHashingQueue } from './hashing-queue.ts';

/**
 * Passwords are kept as argon2id hashes, written with their parameters as PHC strings:
 * `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. So the cost can be raised later, and each hash is renewed when
 * its owner signs in. The floor of 19 MiB, two passes, one lane is OWASP's (Password Storage Cheat Sheet).
 */
type Cost = { memory: number; passes: number; parallelism: number };
type Hashed = Cost & { salt: Buffer; hash: Buffer };

const derive = promisify(argon2);
const queue = openHashingQueue(2, 50);
const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
const saltBytes = 16;
const hashBytes = 32;

function costOf(house: House): Cost {
  return { memory: house.settings.passwordMemoryKib, passes: 2, parallelism: 1 };
}

/** The hash to store for a new password, or `busy` when too many are waiting. */
export async function hashPassword(house: House, password: string): Promise<string | 'busy'> {
  const cost = costOf(house);
  const salt = randomBytes(saltBytes);
  const hash = await compute(password, { ...cost, salt, hash: Buffer.alloc(hashBytes) });
  return hash === 'busy' ? hash : written({ ...cost, salt, hash });
}

/**
 * Whether a password is the one behind a stored hash. Without a stored hash (nobody has this address, or no
 * password was ever set) it computes as long for nothing, so that the time tells nothing.
 */
export async function verifyPassword(
  house: House,
  password: string,
  stored: string | null | undefined,
): Promise<boolean | 'busy'> {
  const known = stored ? parsed(stored) : null;
  const against = known ?? { ...costOf(house), salt: randomBytes(saltBytes), hash: randomBytes(hashBytes) };
  const hash = await compute(password, against);
  if (hash === 'busy') return hash;
  return timingSafeEqual(hash, against.hash) && known !== null;
}

/** Whether a stored hash was made at another cost than today's. */
export function isOutdated(house: House, stored: string): boolean {
  const { memory, passes, parallelism } = costOf(house);
  const known = parsed(stored);
  return known?.memory !== memory || known.passes !== passes || known.parallelism !== parallelism;
}

function compute(password: string, { salt, hash, ...cost }: Hashed): Promise<Buffer | 'busy'> {
  const message = normalPassword(password);
  return queue.run(() => derive('argon2id', { message, nonce: salt, tagLength: hash.length, ...cost }));
}

function written({ memory, passes, parallelism, salt, hash }: Hashed): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${bare(salt)}$${bare(hash)}`;
}

function bare(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

function parsed(stored: string): Hashed | null {
  const found = phc.exec(stored);
  if (!found) return null;
  const [, memory, passes, parallelism, salt = '', hash = ''] = found;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}
