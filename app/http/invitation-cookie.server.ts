import { keepsSecureCookies } from '#server/auth/cookie.ts';

/**
 * Carries an invitation's token from the link to the page that shows it, so that no address, history or Referer keeps
 * it. For 15 minutes, unseen by scripts, and sent only to that page; the browser asks for the same page under a
 * second address when it moves there by script, so both get the cookie.
 */
const name = 'invitation';
const seconds = 15 * 60;
const paths = ['/invitation', '/invitation.data'];

/** The headers of an answer that hands the token on. */
export function keepInvitation(origin: string, token: string): Headers {
  return cookieHeaders(origin, token, seconds);
}

/** The headers of an answer that spends it. */
export function spendInvitation(origin: string): Headers {
  return cookieHeaders(origin, '', 0);
}

/** The token that was handed on, or null. Whether it is one is for the invitations to judge. */
export function readInvitation(request: Request): string | null {
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}

function cookieHeaders(origin: string, value: string, maxAge: number): Headers {
  const secure = keepsSecureCookies(origin) ? '; Secure' : '';
  const headers = new Headers();
  for (const path of paths)
    headers.append(
      'Set-Cookie',
      `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly${secure}; SameSite=Lax`,
    );
  return headers;
}
