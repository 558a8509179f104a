import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  expiryOf,
  type InvitationFacts,
  lifetimes,
  mostUses,
  stateFor,
  stateOf,
} from '#app/domain/circle/invitation.ts';

const now = Date.UTC(2026, 10, 22, 8);
const open: InvitationFacts = { expiresAt: now + 1, revokedAt: null, uses: 0, mostUses: 1 };

test('R1 a link lives 1, 7 or 14 days, to the millisecond', () => {
  expect(lifetimes).toEqual([1, 7, 14]);
  for (const days of lifetimes) {
    const expiresAt = expiryOf(now, days);
    expect(expiresAt - now).toBe(days * 24 * 60 * 60 * 1000);
    expect(stateOf({ ...open, expiresAt }, expiresAt - 1)).toBe('open');
    expect(stateOf({ ...open, expiresAt }, expiresAt)).toBe('expired');
  }
});

test('R2 a link is open while fewer have come than it lets in', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: mostUses }),
      fc.integer({ min: 0, max: mostUses }),
      (most, uses) => {
        const state = stateOf({ ...open, mostUses: most, uses }, now);
        expect(state).toBe(uses < most ? 'open' : 'used-up');
      },
    ),
  );
});

test('R3 a revoked link is revoked, whatever else is true of it', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer({ min: 0, max: 20 }), (revokedAt, expiresAt, uses) => {
      expect(stateOf({ expiresAt, revokedAt, uses, mostUses: 5 }, now)).toBe('revoked');
    }),
  );
});

test('R2 nobody comes twice by the same link', () => {
  const link = { ...open, mostUses: 5, uses: 1, madeAt: now - 10 };
  expect(stateFor(link, { hasUsed: true, removedAt: null }, now)).toBe('used-up');
  expect(stateFor(link, { hasUsed: false, removedAt: null }, now)).toBe('open');
});

test('R4 a link from before somebody was removed does not bring them back', () => {
  const link = { ...open, madeAt: now - 10 };
  for (const removedAt of [now, now - 9, now - 10])
    expect(stateFor(link, { hasUsed: false, removedAt }, now)).toBe('revoked');
  expect(stateFor(link, { hasUsed: false, removedAt: now - 11 }, now)).toBe('open');
});
