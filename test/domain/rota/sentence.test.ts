import { describe, expect, it } from 'vitest';
import { declareAbsence, withdrawAbsence } from '#app/domain/rota/absence.ts';
import { announcePlan, type RotaUpdate } from '#app/domain/rota/change.ts';
import { cancelMeeting } from '#app/domain/rota/happen.ts';
import { changeText } from '#app/domain/rota/sentence.ts';
import { announced, confirmNext, seasonOf, six } from './season.ts';

const season = announced(seasonOf(six, 12));
const nameOf = (id: string) => id;
const sentences = ({ facts, changes }: RotaUpdate) =>
  changes.map((each) => changeText(each, facts.role, nameOf));

describe('what a change is told as', () => {
  it('R17 an absence, and taking it back', () => {
    const declared = declareAbsence(season, [3], 'Chi');
    expect(sentences(declared)).toEqual([
      'Dev leads meeting 3, because Chi is away.',
      'Chi leads meeting 4 in exchange with Dev, who has meeting 3.',
    ]);
    expect(sentences(withdrawAbsence(declared.facts, [3], 'Chi'))).toEqual([
      'Chi leads meeting 3 after all.',
      'Dev leads meeting 4, because Chi can come after all.',
    ]);
    const none = declareAbsence(announced(seasonOf(['Ana', 'Ben'], 3, [['Ben'], [], []])), [1], 'Ana');
    expect(sentences(none)[0]).toBe('Nobody can lead meeting 1, because Ana is away.');
  });

  it('R17 a first announcement, a leaver, a cancelled meeting and the one who carries over', () => {
    expect(sentences(announcePlan(seasonOf(six, 2)))[0]).toBe('Ana leads meeting 1.');
    const members = season.members.map((each) => (each.id === 'Ana' ? { ...each, leftFrom: 1 } : each));
    expect(sentences(announcePlan({ ...season, members }))[0]).toMatch(
      /leads meeting 1, because Ana has left the circle\.$/,
    );
    expect(sentences(cancelMeeting(confirmNext(season, 2), 1)).slice(0, 2)).toEqual([
      'Meeting 1 is cancelled.',
      'Ana leads meeting 2, having prepared meeting 1, which is cancelled.',
    ]);
  });

  it('R17 a date that only evens things out says whose it was', () => {
    const change = { meeting: 7, from: 'Ana', to: 'Ben', reason: { code: 'evened-out' } } as const;
    expect(changeText(change, 'facilitator', nameOf)).toBe(
      'Ben leads meeting 7 instead of Ana, so that turns stay even.',
    );
  });
});
