import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  longestPassword,
  normalPassword,
  shortestPassword,
  weaknessOf,
} from '#app/domain/people/password.ts';
import { lengthOf } from '#app/domain/people/typed-text.ts';
import { isCommonPassword } from '#server/auth/common-passwords.ts';

const anna = { name: 'Anna Smith', address: 'asmith@example.org' };
const judge = (password: string) => weaknessOf(password, anna, isCommonPassword);

describe('passwords', () => {
  test('R1 has 8 to 256 characters, counted as people count them', () => {
    expect(judge('grünkohl'.slice(0, 7))).toMatch(/at least 8/);
    expect(judge('🦔🪁🥨🧭🪴🎻🫖')).toMatch(/at least 8/);
    expect(judge('🦔🪁🥨🧭🪴🎻🫖🪵')).toBeNull();
    expect(judge('kq w7 '.repeat(43).slice(0, 256))).toBeNull();
    expect(judge('kq w7 '.repeat(43).slice(0, 257))).toMatch(/256/);
  });

  test('R1 holds for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        const length = lengthOf(normalPassword(typed));
        if (length < shortestPassword || length > longestPassword) expect(judge(typed)).not.toBeNull();
      }),
    );
  });

  test.each([
    'password',
    'Password1',
    'P@ssw0rd',
    'Password123!',
    'iloveyou',
    'i love you 22',
    'letmein1',
    'qwertyuiop',
    '1q2w3e4r',
    'zaq12wsx',
    'trustno1',
    'passwordpassword',
    'password123456789',
    'Mentoring2026',
    '12345678',
  ])('R2 is no common password, however decorated: %s', (password) => {
    expect(judge(password)).toMatch(/Many people/);
  });

  test('R2 does not mind a common word among others, or among many random digits', () => {
    expect(judge('sunshine over the harbour')).toBeNull();
    expect(judge('83920174love55182')).toBeNull();
  });

  test.each(['11111111', 'abababab', 'xyzxyzxyz', 'stuvwxyz', '01.02.1985', '19900131', '31/12/2020'])(
    'R3 is no run, no repetition and no date: %s',
    (password) => {
      expect(judge(password)).not.toBeNull();
    },
  );

  test.each([
    'annasmith',
    'Anna-Smith-2026',
    'smithanna!!',
    'asmith@example.org',
    'rondo-rondo',
    'Rondo2026!',
  ])('R4 is not made of name, address or this place: %s', (password) => {
    expect(judge(password)).toMatch(/your name/);
  });

  test('R4 lets the name stand among other words', () => {
    expect(judge('anna keeps nine herons')).toBeNull();
    expect(weaknessOf('seven quiet herons', { name: 'X', address: '' }, isCommonPassword)).toBeNull();
  });
});

test('R4 the whole address is refused however few letters stand together in it', () => {
  const owner = { name: 'Ana', address: 'a1b2c3d4@x1y2z3.example' };
  expect(weaknessOf(owner.address, owner, () => false)).toContain('your address');
  expect(weaknessOf('A1B2C3D4', owner, () => false)).toContain('your address');
});
