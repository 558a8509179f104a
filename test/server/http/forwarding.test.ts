import { describe, expect, test } from 'vitest';
import { readForwarding } from '#server/http/forwarding.ts';

const proxy = '10.0.0.1';
const read = (peer: string, headers: Record<string, string>, trusted = [proxy, '10.0.0.2']) =>
  readForwarding(peer, headers, trusted);

describe('where a request comes from', () => {
  test('whoever is no proxy of ours is taken for who they are', () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example' };
    expect(read('198.51.100.7', headers)).toEqual({ address: '198.51.100.7', host: undefined });
  });
  test('our proxy says who is behind it, and under which name', () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'rondo.example' };
    expect(read(proxy, headers)).toEqual({ address: '203.0.113.9', host: 'rondo.example' });
  });
  test('what the visitor put in front of it is not believed', () => {
    expect(read(proxy, { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' }).address).toBe('203.0.113.9');
    expect(read(proxy, { 'x-forwarded-host': 'evil.example, rondo.example' }).host).toBe('rondo.example');
  });
  test('two proxies of ours in a row', () => {
    expect(read(proxy, { 'x-forwarded-for': '1.1.1.1, 203.0.113.9, 10.0.0.2' }).address).toBe('203.0.113.9');
  });
  test('words instead of an address end the reading', () => {
    expect(read(proxy, { 'x-forwarded-for': 'unknown' }).address).toBe(proxy);
    expect(read(proxy, { 'x-forwarded-for': '203.0.113.9, <script>' }).address).toBe(proxy);
    expect(read(proxy, {}).address).toBe(proxy);
  });
  test('an IPv4 address in the clothes of IPv6 is the same address', () => {
    expect(read('::ffff:10.0.0.1', { 'x-forwarded-for': '::ffff:203.0.113.9' }).address).toBe('203.0.113.9');
    expect(read('::ffff:198.51.100.7', {}, []).address).toBe('198.51.100.7');
  });
});
