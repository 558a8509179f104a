import { expect, test } from 'vitest';
import { type AgendaItem, type ItemKind, idleClock } from '#app/domain/meeting/agenda.ts';
import { carriedItems } from '#app/domain/meeting/carry.ts';
import { seatsAfter } from '#app/domain/meeting/hot-seats.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { focusOf } from '#app/domain/meeting/turn.ts';
import { running } from './format-scene.ts';
import { openMeeting, plainItem, plannedMeeting } from './meeting-builder.ts';

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
    ...{ setAside: null, recalled: false },
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
  expect(carriedItems({ status: 'closed', items: [twice] })).toEqual([]);
  expect(carriedItems({ status: 'closed', items: [{ ...twice, kept: true }] })).toMatchObject([
    { item: 'b', carried: 3 },
  ]);
  expect(carriedItems({ status: 'closed', items: [{ ...twice, carried: 1 }] })).toMatchObject([
    { item: 'b', carried: 2 },
  ]);
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

const steps = Array.from({ length: 14 }, (_, step) => `n${step}`);

test('R3 T8 a challenge over several items that could not start goes on whole, with its member', () => {
  const before = running('hot-seat-60', 's0', null);
  before.does('ada', { kind: 'seat.give', item: 's1', person: 'ben' });
  before.at(60).does('ada', { kind: 'meeting.close' });
  const carried = carriedItems(before.state);
  expect(carried.map(({ item }) => item)).toEqual(['s1', 's2', 's3', 's4']);

  const next = plannedMeeting().at(-5).arrive('ada', 'ben');
  next.does('ada', { kind: 'format.choose', format: 'hot-seat-60', items: steps });
  next.house({ kind: 'item.carry', items: carried });
  expect(next.agenda.slice(0, 6)).toEqual(['n0', 's1', 's2', 's3', 's4', 'n1']);
  expect(['s1', 's4', 'n1', 'n4'].map((id) => focusOf(next.state.items, next.item(id)))).toEqual([
    ...['ben', 'ben', null, null],
  ]);
  for (const id of ['s1', 's4']) next.at(0).clock('item.start', id);
  expect(seatsAfter(next.state)).toMatchObject({ ben: { turns: 1 } });
  expect(carriedItems(next.state)).toEqual([]);
});

test('R3 of a challenge that has begun nothing is left over', () => {
  const meeting = running('hot-seat-60', 's1', 'ben');
  meeting.at(50).does('ada', { kind: 'meeting.close' });
  expect(meeting.log.at(-1)).toMatchObject({ kind: 'meeting.closed', unfinished: [] });
});

test('R2 R3 whoever keeps a challenge keeps all of it', () => {
  const meeting = openMeeting();
  const run = { seat: 'p', phases: [] };
  const [p, q, t] = [
    { itemKind: 'hot-seat', bringer: 'ben' },
    { itemKind: 'fixed', bringer: null },
    { itemKind: 'hot-seat', bringer: null },
  ].map((part, index) => ({
    ...{ ...plainItem, carried: 2, votes: 0, run, item: 'pqt'[index] as string },
    ...(part as { itemKind: ItemKind; bringer: string | null }),
  }));
  meeting.house({ kind: 'item.carry', items: [p, q, t].flatMap((part) => part ?? []) });
  const ofIt = () => carriedItems(meeting.state).flatMap(({ item }) => ('pqt'.includes(item) ? item : []));
  expect(ofIt()).toEqual([]);
  meeting.does('ben', { kind: 'item.keep', item: 'p' });
  expect(ofIt()).toEqual(['p', 'q', 't']);
});

test('R4 the seats of a format that nobody took stay behind', () => {
  const meeting = running('trio-consult', 's1', 'ben');
  meeting.does('ada', { kind: 'seat.give', item: 's3', person: 'cleo' });
  meeting.at(35).does('ada', { kind: 'meeting.close' });
  expect(carriedItems(meeting.state)).toMatchObject([{ item: 's3', bringer: 'cleo' }]);
});

test('R3 T8 the same format twice on an agenda is two challenges: the second goes on when only the first began', () => {
  const meeting = plannedMeeting().at(-5).arrive('ada', 'ben', 'cleo');
  for (const letter of 'ab') {
    const items = Array.from({ length: 14 }, (_, step) => `${letter}${step}`);
    meeting.does('ada', { kind: 'format.choose', format: 'case-consult', items });
  }
  meeting.does('ben', { kind: 'seat.give', item: 'a1', person: 'ben' });
  expect(focusOf(meeting.state.items, meeting.item('b1'))).toBeNull();
  meeting.does('cleo', { kind: 'seat.give', item: 'b1', person: 'cleo' });
  meeting.at(0).clock('item.start', 'a1');
  meeting.at(90).does('ada', { kind: 'meeting.close' });
  const carried = carriedItems(meeting.state).map(({ item }) => item);
  expect(carried).toContain('b1');
  expect(carried).not.toContain('a1');
});

test('R1 R2 meetings that are skipped wear nothing out, however many there are', () => {
  let meeting = plannedMeeting().propose('x').propose('seat', { itemKind: 'hot-seat', bringer: 'ben' });
  for (let skipped = 1; skipped <= 3; skipped += 1) {
    meeting.house({ kind: 'meeting.skip', because: 'decided' });
    const items = carriedItems(meeting.state);
    meeting = plannedMeeting();
    meeting.house({ kind: 'item.carry', items });
  }
  expect(meeting.agenda).toEqual(['seat', 'x']);
  expect(meeting.item('x').carried).toBe(0);
});
