import { generateKeyBetween } from 'fractional-indexing';
import { expect, test } from 'vitest';
import { freshKeys, KEY_LIMIT } from '#app/domain/meeting/agenda.ts';
import { findFormat } from '#app/domain/meeting/formats.ts';
import { liveMeeting, openMeeting, plainItem, plannedMeeting } from './meeting-builder.ts';

const move = (item: string, after: string | null) => ({ kind: 'item.move' as const, item, after });
const withdraw = (item: string) => ({ kind: 'item.withdraw' as const, item });
const edit = (item: string, title = 'New') => ({ kind: 'item.edit' as const, item, ...plainItem, title });

test('A1 a moved item gets a key between its anchor and the one behind, bytewise', () => {
  const meeting = openMeeting();
  meeting.does('dov', move('z', 'x'));
  expect(meeting.agenda).toEqual(['x', 'z', 'y']);
  const [x, z, y] = ['x', 'z', 'y'].map((id) => meeting.item(id).key) as [string, string, string];
  expect(z).toBe(generateKeyBetween(x, y));
  meeting.does('dov', move('y', null));
  expect(meeting.agenda).toEqual(['y', 'x', 'z']);
  // Upper case sorts before lower case in bytes, not in a dictionary.
  expect(meeting.item('y').key < x).toBe(true);
  expect(meeting.item('y').key[0]).toBe('Z');
});

test('A1 an unknown item or anchor is refused', () => {
  const meeting = openMeeting();
  expect(meeting.refuses('ada', move('gone', 'x'))).toBe('out-of-date');
  expect(meeting.refuses('ada', move('x', 'gone'))).toBe('out-of-date');
});

test('A2 a withdrawn item still works as an anchor, and is not moved itself', () => {
  const meeting = openMeeting();
  meeting.does('ben', withdraw('y'));
  meeting.does('ada', move('x', 'y'));
  expect(meeting.agenda).toEqual(['x', 'z']);
  meeting.does('ada', move('x', 'z'));
  meeting.does('ada', move('x', 'y'));
  expect(meeting.state.items.map((item) => item.id)).toEqual(['y', 'x', 'z']);
  expect(meeting.refuses('ada', move('y', null))).toBe('out-of-date');
});

test('A3 nothing is placed before what runs or is finished, and neither moves', () => {
  const meeting = liveMeeting();
  meeting.clock('item.start', 'y');
  expect(meeting.refuses('ada', move('x', 'z'))).toBe('out-of-date');
  expect(meeting.refuses('ada', move('y', null))).toBe('out-of-date');
  meeting.propose('w');
  meeting.does('ada', move('w', null));
  expect(meeting.agenda).toEqual(['x', 'y', 'w', 'z']);
  meeting.does('ada', move('z', 'x'));
  expect(meeting.agenda).toEqual(['x', 'y', 'z', 'w']);
});

test('A4 behind itself, and where it stands, an item stays', () => {
  const meeting = openMeeting();
  expect(meeting.does('ada', move('y', 'y'))).toEqual([]);
  expect(meeting.does('ada', move('y', 'x'))).toEqual([]);
  expect(meeting.does('ada', move('x', null))).toEqual([]);
});

test('A4 a withdrawn neighbour is not seen: moving across it alone changes nothing', () => {
  const meeting = openMeeting();
  meeting.does('ben', withdraw('y'));
  expect(meeting.does('ada', move('z', 'x'))).toEqual([]);
  expect(meeting.does('ada', move('x', 'y'))).toEqual([]);
  meeting.does('ada', withdraw('x'));
  expect(meeting.does('ada', move('z', null))).toEqual([]);
});

test('A4 an item waiting before the running one stays when it is put where it stands', () => {
  const meeting = openMeeting().at(0);
  meeting.clock('item.start', 'z');
  expect(meeting.does('ada', move('y', 'x'))).toEqual([]);
  meeting.does('ada', move('y', null));
  expect(meeting.agenda).toEqual(['x', 'z', 'y']);
});

test('A5 A10 the steps of a format stand together before the topics, its closing behind them', () => {
  const meeting = openMeeting();
  const steps = findFormat('trio-consult')?.steps.length ?? 0;
  const items = Array.from({ length: steps }, (_, step) => `s${step}`);
  meeting.does('dov', { kind: 'format.choose', format: 'trio-consult', items: [...items, 'spare'] });
  expect(meeting.agenda).toEqual([...items.slice(0, -1), 'x', 'y', 'z', ...items.slice(-1)]);
  expect(meeting.state.format).toEqual({ id: 'trio-consult', name: 'Trio consult', roles: [] });
  const again = { kind: 'format.choose' as const, format: 'trio-consult' };
  expect(meeting.refuses('dov', { ...again, items })).toBe('already-done');
  expect(meeting.refuses('dov', { ...again, items: ['a', 'b', 'a', 'b', 'c', 'a'] })).toBe('bad-input');
  expect(meeting.refuses('dov', { ...again, format: 'none', items })).toBe('bad-input');
});

test('A6 when a key grows too long, all keys are made anew in the same order', () => {
  const meeting = openMeeting();
  let rekeyed = 0;
  for (let turn = 0; turn < 400; turn += 1) {
    const order = meeting.agenda;
    const [first, second, third] = order as [string, string, string];
    const events = meeting.does('ada', move(third, first));
    expect(meeting.agenda).toEqual([first, third, second]);
    if (events.includes('agenda.rekeyed')) rekeyed += 1;
    for (const item of meeting.state.items) expect(item.key.length).toBeLessThanOrEqual(KEY_LIMIT);
  }
  expect(rekeyed).toBeGreaterThan(0);
});

test('A6 several items placed at once are among those with new keys, in order', () => {
  const { items } = openMeeting().state;
  const long = `a0${'V'.repeat(KEY_LIMIT)}`;
  expect(freshKeys(items, [{ item: 'n', key: 'a0V' }])).toBeNull();
  const keys = freshKeys(items, [
    { item: 'n1', key: `${long}1` },
    { item: 'n2', key: `${long}2` },
  ]);
  expect(Object.keys(keys ?? {})).toEqual(['x', 'n1', 'n2', 'y', 'z']);
  expect(Object.values(keys ?? {})).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
});

test('A7 its bringer, its proposer and the lead may change an item', () => {
  const meeting = openMeeting().propose('w', { bringer: 'cleo' }, 'ben');
  for (const person of ['ben', 'cleo', 'ada']) {
    const draft = { ...plainItem, title: `by ${person}`, bringer: 'cleo' };
    expect(meeting.does(person, { kind: 'item.edit', item: 'w', ...draft })).toEqual(['item.edited']);
    expect(meeting.item('w').title).toBe(`by ${person}`);
  }
  expect(meeting.refuses('dov', edit('w'))).toBe('not-yours');
  expect(meeting.refuses('dov', withdraw('w'))).toBe('not-yours');
  expect(meeting.does('cleo', withdraw('w'))).toEqual(['item.withdrawn']);
  expect(meeting.refuses('cleo', withdraw('w'))).toBe('out-of-date');
});

test('A7 anyone may change what nobody brings, unless it is a hot seat', () => {
  const meeting = openMeeting().propose('seat', { itemKind: 'hot-seat' }, 'ben');
  expect(meeting.does('dov', edit('x'))).toEqual(['item.edited']);
  expect(meeting.refuses('dov', edit('seat'))).toBe('not-yours');
  expect(meeting.does('ben', edit('seat'))).toEqual(['item.edited']);
});

test('A7 what has started is neither edited nor withdrawn; a bringer is a member', () => {
  const meeting = liveMeeting();
  expect(meeting.refuses('ada', edit('x'))).toBe('out-of-date');
  expect(meeting.refuses('ada', withdraw('x'))).toBe('out-of-date');
  expect(meeting.refuses('ada', { ...edit('y'), bringer: 'eve' })).toBe('bad-input');
  expect(meeting.refuses('ada', { ...edit('y'), kind: 'item.propose', item: 'n', bringer: 'eve' })).toBe(
    'bad-input',
  );
});

test('A8 any member arranges before the start, the lead alone afterwards; proposing stays open to all', () => {
  const meeting = plannedMeeting().propose('x').propose('y');
  expect(meeting.does('dov', move('y', null))).toEqual(['item.moved']);
  meeting.at(0).arrive('ada');
  meeting.does('ada', { kind: 'meeting.start' });
  expect(meeting.refuses('dov', move('y', 'x'))).toBe('not-leading');
  const items = Array.from({ length: 20 }, (_, step) => `s${step}`);
  expect(meeting.refuses('dov', { kind: 'format.choose', format: 'trio-consult', items })).toBe(
    'not-leading',
  );
  expect(meeting.does('ada', move('y', 'x'))).toEqual(['item.moved']);
  expect(meeting.agenda).toEqual(['x', 'y']);
  expect(meeting.propose('late', {}, 'dov').agenda).toEqual(['x', 'y', 'late']);
});

test('A9 what is proposed stands before the closing items, a closing one behind them, a check-in at the top', () => {
  const meeting = plannedMeeting();
  meeting.propose('i1');
  meeting.propose('close', { itemKind: 'closing' });
  meeting.propose('i2');
  meeting.propose('last', { itemKind: 'closing' });
  meeting.propose('i3');
  meeting.propose('hello', { itemKind: 'check-in' });
  meeting.propose('welcome', { itemKind: 'check-in' });
  expect(meeting.agenda).toEqual(['hello', 'welcome', 'i1', 'i2', 'i3', 'close', 'last']);
});
