/**
 * The one cookie Rondo sets for a sign-in. Browsers keep `__Host-` cookies only over https and on this machine
 * itself, so an installation that is opened by a plain-http address in the local network gets a simple name.
 */
const token = /^[A-Za-z0-9_-]{43}$/;

/** Whether browsers will keep a Secure cookie from this origin, such as `https://rondo.example`. */
export function keepsSecureCookies(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  if (protocol === 'https:') return true;
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** The cookie's name at this origin. */
export function cookieName(origin: string): string {
  return keepsSecureCookies(origin) ? '__Host-sid' : 'sid';
}

/** The `Set-Cookie` line that carries a token for `seconds`. */
export function writeCookie(origin: string, value: string, seconds: number): string {
  const secure = keepsSecureCookies(origin) ? '; Secure' : '';
  return `${cookieName(origin)}=${value}; Path=/; Max-Age=${Math.floor(seconds)}; HttpOnly${secure}; SameSite=Lax`;
}

/** The `Set-Cookie` line that takes the cookie away. */
export function clearCookie(origin: string): string {
  return writeCookie(origin, '', 0);
}

/** The token in a `Cookie` header, or null when there is none of the right shape. */
export function readCookie(origin: string, header: string | undefined): string | null {
  const start = `${cookieName(origin)}=`;
  for (const part of (header ?? '').split(';')) {
    const pair = part.trim();
    if (pair.startsWith(start)) {
      const value = pair.slice(start.length);
      return token.test(value) ? value : null;
    }
  }
  return null;
}
