import { describe, expect, test } from 'vitest';
import { clearCookie, cookieName, keepsSecureCookies, readCookie, writeCookie } from '#server/auth/cookie.ts';

const token = 'Zm9yIGEgdGVzdCwgZm9ydHktdGhyZWUgbGV0dGVycy4';

describe('the cookie of a sign-in', () => {
  test.each([
    ['https://rondo.example', true],
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
    ['http://127.3.2.1', true],
    ['http://[::1]:3000', true],
    ['http://192.168.1.20:3000', false],
    ['http://rondo.lan', false],
    ['http://127.0.0.1.rondo.example', false],
  ])('at %s browsers keep a secure one: %s', (origin, keeps) => {
    expect(keepsSecureCookies(origin)).toBe(keeps);
    expect(cookieName(origin)).toBe(keeps ? '__Host-sid' : 'sid');
  });

  test('it is for us alone, out of reach of scripts, and does not travel with other sites’ forms', () => {
    expect(writeCookie('https://rondo.example', token, 60.9)).toBe(
      `__Host-sid=${token}; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax`,
    );
    expect(writeCookie('http://10.0.0.5', token, 60)).toBe(
      `sid=${token}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`,
    );
    expect(clearCookie('https://rondo.example')).toMatch(/^__Host-sid=; .*Max-Age=0/);
  });

  test('it is found among others, and only in its right shape', () => {
    const origin = 'https://rondo.example';
    expect(readCookie(origin, `theme=dark; __Host-sid=${token}; x=1`)).toBe(token);
    expect(readCookie(origin, `sid=${token}`)).toBeNull();
    expect(readCookie(origin, `__Host-sid=${token}x`)).toBeNull();
    expect(readCookie(origin, '__Host-sid=')).toBeNull();
    expect(readCookie(origin, '')).toBeNull();
    expect(readCookie(origin, undefined)).toBeNull();
  });
});
