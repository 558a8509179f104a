import { describe, expect, it } from 'vitest';
import type { RotaReason } from '#app/domain/rota/explain.ts';
import { isAhead } from '#app/domain/season/rota-view.ts';
import { type RotaWords, sayReason, sayShifts } from '#app/domain/season/say-rota.ts';

/** Ana reads; meeting 1 is over. */
const words: RotaWords = {
  nameOf: (member) => (member === 'ana' ? null : `${member.charAt(0).toUpperCase()}${member.slice(1)}`),
  dayOf: (meeting) => `day ${meeting}`,
  isOver: (meeting) => meeting === 1,
};

describe('why somebody leads', () => {
  it.each<[RotaReason, string]>([
    [{ code: 'cancelled' }, 'This meeting is skipped.'],
    [{ code: 'nobody-eligible' }, 'Nobody can lead this one yet.'],
    [{ code: 'nobody-did' }, 'Nobody took the lead.'],
    [
      { code: 'stepped-in-for', member: 'ben', absent: 'ana', held: false },
      'Ben steps in because you can’t come.',
    ],
    [
      { code: 'stepped-in-for', member: 'ana', absent: 'ben', held: false },
      'You step in because Ben can’t come.',
    ],
    [{ code: 'stepped-in-for', member: 'ana', absent: 'ben', held: true }, 'You led in place of Ben.'],
    [{ code: 'swap-with', member: 'ana', with: 'ben', meeting: 3 }, 'Ben takes day 3, so this one is yours.'],
    [{ code: 'swap-with', member: 'ben', with: 'ana', meeting: 1 }, 'You took day 1, so this one is Ben’s.'],
    [
      { code: 'moved-for', member: 'chi', absent: 'ben', meeting: 2 },
      'Moved because Ben can’t come on day 2.',
    ],
    [
      { code: 'moved-for', member: 'chi', absent: 'ana', meeting: 1 },
      'Moved because you could not come on day 1.',
    ],
    [{ code: 'only-one-eligible', member: 'ana' }, 'Nobody else can lead this one.'],
    [{ code: 'newcomer-first-turn', member: 'ben' }, 'Ben’s first turn since joining.'],
    [{ code: 'turn', member: 'ana', turn: 1, waited: null }, 'Your first turn.'],
    [{ code: 'turn', member: 'ben', turn: 2, waited: 6 }, 'Ben’s turn again, 6 meetings after the last one.'],
    [
      { code: 'turn', member: 'ana', turn: 2, waited: 1 },
      'Your turn again at once: no other order was fair.',
    ],
  ])('S5 says %j', (reason, sentence) => {
    expect(sayReason(reason, words)).toBe(sentence);
  });
});

describe('what an absence moves', () => {
  it('S5 says who takes over first, and the reader’s own dates in their words', () => {
    const shifts = [
      { day: 'Thu 17 Dec', to: 'ana', isCause: false },
      { day: 'Thu 3 Dec', to: 'ben', isCause: true },
    ];
    expect(sayShifts(shifts, words.nameOf)).toBe(
      'Ben takes over on Thu 3 Dec; you lead on Thu 17 Dec instead.',
    );
  });

  it('S5 says when nobody can, and when nothing changes', () => {
    expect(sayShifts([], words.nameOf)).toBe('Nobody’s dates change.');
    expect(sayShifts([{ day: 'Thu 3 Dec', to: null, isCause: true }], words.nameOf)).toBe(
      'Nobody can lead on Thu 3 Dec yet.',
    );
    expect(sayShifts([{ day: 'Thu 3 Dec', to: 'ana', isCause: true }], words.nameOf)).toBe(
      'You take over on Thu 3 Dec.',
    );
  });
});

it('what is ahead is planned or on', () => {
  const statuses = ['planned', 'live', 'closed', 'skipped'] as const;
  expect(statuses.filter((status) => isAhead({ status }))).toEqual(['planned', 'live']);
});
