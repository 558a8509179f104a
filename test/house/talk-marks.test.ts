// What the record holds between the lines, in words.
import { describe, expect, test } from 'vitest';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { leadInWords, talkMarks } from '#app/screens/room/talk-marks.ts';
import { item, nameOf } from './room-scene.ts';

describe('the record between the lines', () => {
  test('says who took the lead and why', () => {
    expect(leadInWords({ how: 'stepped-in', to: 'Ana', from: 'Ben' })).toBe(
      'Ana took the lead, because Ben was not here',
    );
    expect(leadInWords({ how: 'stepped-in', to: 'Ana', from: null })).toBe('Ana took the lead');
    expect(leadInWords({ how: 'handed-over', to: 'Ana', from: 'Ben' })).toBe('Ben handed the lead to Ana');
    expect(leadInWords({ how: 'taken-back', to: 'Ben', from: 'Ana' })).toBe('Ben took the lead back');
  });

  test('has items that began, decisions and action items', () => {
    const marks = talkMarks(
      {
        ...emptyMeeting,
        startedAt: 1,
        items: [item('x', { begunAt: 2 }), item('y')],
        absorbed: [
          { at: 1, taken: [], dropped: ['y'], back: [] },
          { at: 2, taken: [], dropped: [], back: ['x'] },
        ],
        decisions: [{ id: 'd', text: 'We go', by: 'a', at: 3, item: 'x' }],
        actions: [
          { id: 'e', text: 'Write it', owner: 'b', due: null, by: 'a', at: 4, item: 'x', doneAt: null },
        ],
      },
      nameOf,
    );
    expect(marks.map(({ at, text }) => [at, text])).toEqual([
      [1, 'The meeting started'],
      [1, 'To end on time, Item y is left for next time'],
      [2, 'Item x'],
      [3, 'Decided: We go'],
      [4, 'Ben will do: Write it'],
    ]);
  });
});
