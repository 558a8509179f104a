import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from '#app/domain/people/address.ts';

describe('mail addresses', () => {
  test.each([
    ['Anna.Smith+pm@Example.ORG ', 'anna.smith+pm@example.org'],
    ["o'neill@mail.example.co.uk", "o'neill@mail.example.co.uk"],
    ['a@localhost', 'a@localhost'],
    ['x@xn--bcher-kva.example', 'x@xn--bcher-kva.example'],
  ])('reads %s', (typed, address) => {
    expect(readAddress(typed)).toBe(address);
  });

  test.each([
    '',
    'anna',
    '@example.org',
    'anna@',
    'anna@example',
    'an na@example.org',
    'anna@example..org',
    '.anna@example.org',
    'anna.@example.org',
    'anna@-example.org',
    '"anna"@example.org',
    'anna@example.org, eve@example.org',
    'anna@example.org\r\nBcc: eve@example.org',
    'Anna <anna@example.org>',
    'anna@[127.0.0.1]',
    'änna@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.org`,
  ])('refuses %j', (typed) => {
    expect(readAddress(typed)).toBeNull();
  });

  test('whatever passes is one word that a mail header can hold', () => {
    const near = fc.array(fc.constantFrom(...'ab.@,<>"\r\n :;()[]\\+-_é%'.split(''), 'example.org'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(near, (parts) => {
        const address = readAddress(parts.join(''));
        if (address === null) return;
        expect(address).toMatch(/^[^\s,<>"():;[\]\\]+@[a-z0-9.-]+$/);
        expect(readAddress(address)).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });
});
