// One reader for each kind of setting: from text to a value, or to words that finish the sentence "NAME …".
// Addresses can hold a password, so a fault never repeats them.
import { isIP } from 'node:net';
import { readAddress } from '#app/domain/people/address.ts';

export type Read<T> = { value: T } | { fault: string };

/** A whole number from `least` to `most`, both included. */
export function wholeNumber(least: number, most: number): (text: string) => Read<number> {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return { value };
    return { fault: `must be a whole number from ${least} to ${most}, not "${text}"` };
  };
}

/** `yes` or `no`; `true`, `false`, `1` and `0` mean the same. */
export function yesOrNo(text: string): Read<boolean> {
  if (/^(yes|true|1)$/i.test(text)) return { value: true };
  if (/^(no|false|0)$/i.test(text)) return { value: false };
  return { fault: `must be yes or no, not "${text}"` };
}

/** One word of a closed list. */
export function oneOf<const Word extends string>(words: readonly Word[]): (text: string) => Read<Word> {
  return (text) => {
    const value = words.find((word) => word === text);
    return value === undefined ? { fault: `must be one of ${words.join(', ')}, not "${text}"` } : { value };
  };
}

/** Entries with commas between them, each of which must pass. */
export function listOf(what: string, passes: (entry: string) => boolean): (text: string) => Read<string[]> {
  return (text) => {
    const value = text.split(',').map((entry) => entry.trim());
    const bad = value.find((entry) => !passes(entry));
    return bad === undefined
      ? { value }
      : { fault: `must be ${what} with commas between them, "${bad}" is none` };
  };
}

/** Where to listen: a name or an IP address. */
export function hostName(text: string): Read<string> {
  if (isIP(text) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)) return { value: text };
  return { fault: `must be a host name or an IP address such as 127.0.0.1, not "${text}"` };
}

/** Scheme, host and port, and nothing after them; in the form in which browsers send it. */
export function webOrigin(text: string): Read<string> {
  const url = parsed(text, ['http:', 'https:']);
  const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  return bare
    ? { value: url.origin }
    : { fault: 'must be an address such as https://rondo.example.org, without a path' };
}

export function databaseAddress(text: string): Read<string> {
  if (parsed(text, ['postgres:', 'postgresql:'])) return { value: text };
  return { fault: 'must be an address such as postgres://user:password@host:5432/rondo' };
}

export function redisServer(text: string): Read<string> {
  const url = parsed(text, ['redis:', 'rediss:']);
  if (url?.hostname) return readable(url) ? { value: text } : barePercent;
  return { fault: 'must be an address such as redis://user:password@host:6379' };
}

export function mailServer(text: string): Read<string> {
  const url = parsed(text, ['smtp:', 'smtps:']);
  if (url?.hostname) return readable(url) ? { value: text } : barePercent;
  return { fault: 'must be an address such as smtp://user:password@mail.example.org:587' };
}

/** A sender: an address alone, or a name without special characters and the address in angle brackets. */
export function mailAddress(text: string): Read<string> {
  const [, name, bracketed] = /^([\p{L}\p{N} .'-]*)<([^<>]*)>$/u.exec(text) ?? [];
  const address = readAddress(bracketed ?? text);
  if (!address) return { fault: `must be a mail address or Name <address>, not "${text}"` };
  return { value: name?.trim() ? `${name.trim()} <${address}>` : address };
}

function parsed(text: string, protocols: string[]): URL | undefined {
  const url = URL.parse(text);
  return url && protocols.includes(url.protocol) ? url : undefined;
}

const barePercent = { fault: 'has a % in its user or password that must be written %25' };

/** Whether the user and the password in an address can be read by whoever signs in with them. */
function readable({ username, password }: URL): boolean {
  try {
    [username, password].map(decodeURIComponent);
    return true;
  } catch {
    return false;
  }
}
