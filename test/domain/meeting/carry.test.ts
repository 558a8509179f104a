import { expect, test } from 'vitest';
import { type AgendaItem, type ItemKind, idleClock } from '#app/domain/meeting/agenda.ts';
import { carriedItems } from '#app/domain/meeting/carry.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';

function item(id: string, itemKind: ItemKind, changes: Partial<AgendaItem> = {}): AgendaItem {
  const written = { id, title: id, itemKind, minutes: 10, bringer: null, help: '' };
  return {
    ...written,
    key: id,
    proposer: 'ana',
    proposedAt: 0,
    carried: 0,
    votes: 0,
    withdrawn: false,
    clock: idleClock,
    ...changes,
  };
}

test('R1 topics and hot seats that never started go on, in order, with their votes, counted once more', () => {
  const items = [
    item('a', 'check-in'),
    item('b', 'topic', { votes: 3, carried: 1 }),
    item('c', 'hot-seat', { bringer: 'ben' }),
    item('d', 'topic', { clock: { ...idleClock, state: 'done' } }),
    item('e', 'topic', { withdrawn: true }),
    item('f', 'closing'),
  ];
  expect(carriedItems({ ...emptyMeeting, items })).toEqual([
    { item: 'b', title: 'b', itemKind: 'topic', minutes: 10, bringer: null, help: '', carried: 2, votes: 3 },
    {
      item: 'c',
      title: 'c',
      itemKind: 'hot-seat',
      minutes: 10,
      bringer: 'ben',
      help: '',
      carried: 1,
      votes: 0,
    },
  ]);
});
