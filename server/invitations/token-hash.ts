import { createHash } from 'node:crypto';

/** The name under which a link's token is stored; the token itself is never. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether this looks like a token of ours: 256 bits in base64url. */
export function looksLikeToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
