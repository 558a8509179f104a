import { expect, test } from 'vitest';
import { type AgendaItem, type ItemKind, idleClock } from '#app/domain/meeting/agenda.ts';
import { carriedItems } from '#app/domain/meeting/carry.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { openMeeting, plainItem } from './meeting-builder.ts';

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
    ...{ run: null, course: [], extensions: [], dropped: false, kept: false },
    ...changes,
  };
}

const plain = { minutes: 10, help: '', run: null };

test('R1 T6 T8 hot seats that never started go on, then topics, in order, with their votes, counted once more', () => {
  const items = [
    item('a', 'check-in'),
    item('b', 'topic', { votes: 3, carried: 1 }),
    item('c', 'hot-seat', { bringer: 'ben' }),
    item('d', 'topic', { clock: { ...idleClock, state: 'done' } }),
    item('e', 'topic', { withdrawn: true }),
    item('f', 'closing'),
  ];
  expect(carriedItems({ ...emptyMeeting, items })).toEqual([
    { ...plain, item: 'c', title: 'c', itemKind: 'hot-seat', bringer: 'ben', carried: 1, votes: 0 },
    { ...plain, item: 'b', title: 'b', itemKind: 'topic', bringer: null, carried: 2, votes: 3 },
  ]);
});

test('R2 T6 what has come twice comes a third time only when its owner says so', () => {
  const twice = item('b', 'topic', { carried: 2, bringer: 'ben' });
  expect(carriedItems({ items: [twice] })).toEqual([]);
  expect(carriedItems({ items: [{ ...twice, kept: true }] })).toMatchObject([{ item: 'b', carried: 3 }]);
  expect(carriedItems({ items: [{ ...twice, carried: 1 }] })).toMatchObject([{ item: 'b', carried: 2 }]);
});

test('R2 T6 its owner or the lead keeps it, once, and only where there is a question', () => {
  const meeting = openMeeting();
  const old = { ...plainItem, item: 'old', bringer: 'ben', carried: 2, votes: 1 };
  meeting.house({ kind: 'item.carry', items: [old] });
  const keep = { kind: 'item.keep' as const, item: 'old' };
  expect(meeting.refuses('cleo', keep)).toBe('not-yours');
  expect(meeting.refuses('ada', { ...keep, item: 'x' })).toBe('out-of-date');
  expect(meeting.does('ben', keep)).toEqual(['item.kept']);
  expect(meeting.does('ada', keep)).toEqual([]);
});
