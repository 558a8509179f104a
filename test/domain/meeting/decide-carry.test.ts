// What comes from other meetings' agendas, and goes back to them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ITEM_LIMIT, type ItemKind } from '#app/domain/meeting/agenda.ts';
import { formats } from '#app/domain/meeting/formats.ts';
import { liveMeeting, type Meeting, plainItem, plannedMeeting } from './meeting-builder.ts';

const carried = (item: string, more = {}) => ({
  item,
  ...plainItem,
  title: item,
  carried: 1,
  votes: 2,
  ...more,
});

test('H5 carried items come behind what is fixed and before the first topic, in their order', () => {
  const meeting = plannedMeeting().propose('in', { itemKind: 'check-in' }).propose('t').propose('u');
  meeting.house({ kind: 'item.carry', items: [carried('c1'), carried('c2')] });
  expect(meeting.agenda).toEqual(['in', 'c1', 'c2', 't', 'u']);
  expect(meeting.item('c1')).toMatchObject({ carried: 1, votes: 2, proposer: null });
});

test('H5 without a topic they come last, before what closes the meeting', () => {
  const meeting = plannedMeeting().propose('in', { itemKind: 'check-in' });
  meeting.house({ kind: 'item.carry', items: [carried('c1')] });
  expect(meeting.agenda).toEqual(['in', 'c1']);
  meeting.propose('end', { itemKind: 'closing' });
  const seat = carried('s', { itemKind: 'hot-seat', bringer: 'ben' });
  meeting.does('ada', { kind: 'item.withdraw', item: 'c1' });
  meeting.house({ kind: 'item.carry', items: [seat, carried('c2')] });
  expect(meeting.agenda).toEqual(['in', 's', 'c2', 'end']);
});

test('H5 T8 a hot seat that could not start is first, also before the hot seats of the day', () => {
  const meeting = plannedMeeting().propose('in', { itemKind: 'check-in' });
  meeting.propose('mine', { itemKind: 'hot-seat', bringer: 'ada' }).propose('t');
  const seat = carried('s', { itemKind: 'hot-seat', bringer: 'ben' });
  meeting.house({ kind: 'item.carry', items: [seat, carried('c1')] });
  expect(meeting.agenda).toEqual(['in', 's', 'mine', 'c1', 't']);
});

test('H5 the same item is carried once, in one command and in two', () => {
  const meeting = plannedMeeting();
  const items = [carried('c1'), carried('c1'), carried('c2')];
  expect(meeting.house({ kind: 'item.carry', items })).toHaveLength(2);
  expect(meeting.house({ kind: 'item.carry', items })).toEqual([]);
  expect(meeting.agenda).toEqual(['c1', 'c2']);
  expect(liveMeeting().refuses(null, { kind: 'item.carry', items })).toBe('out-of-date');
});

test('H5 carrying never makes more items than an agenda holds', () => {
  const meeting = plannedMeeting().propose('t');
  for (let round = 0; round < ITEM_LIMIT + 5; round += 1) {
    meeting.house({ kind: 'item.carry', items: [carried(`c${round}`, { itemKind: 'fixed' })] });
  }
  expect(meeting.state.items).toHaveLength(ITEM_LIMIT);
  expect(meeting.refuses('ada', { kind: 'item.propose', item: 'more', ...plainItem })).toBe('limit-reached');
});

test('H6 what is recalled is gone until it is carried again, then in its new words and without dots', () => {
  const meeting = plannedMeeting().propose('t');
  const items = [carried('c1'), carried('c2')];
  meeting.house({ kind: 'item.carry', items });
  meeting.does('ben', { kind: 'vote.cast', item: 'c1', dots: 2 });
  const recall = { kind: 'item.recall' as const, items: ['c1', 'c2', 'unknown'] };
  expect(meeting.house(recall)).toEqual(['item.withdrawn', 'item.withdrawn']);
  expect(meeting.house(recall)).toEqual([]);
  expect(meeting.agenda).toEqual(['t']);
  for (const title of ['c1 anew', 'later words'])
    meeting.house({ kind: 'item.carry', items: [carried('c1', { title })] });
  expect([meeting.agenda, meeting.item('c1').title]).toEqual([['c1', 't'], 'c1 anew']);
  expect(meeting.state.voting.dots).toEqual({ ben: {} });
  expect(liveMeeting().refuses(null, recall)).toBe('out-of-date');
});

test('H6 what comes back is in the words it has by then; what somebody withdrew here stays so', () => {
  const meeting = plannedMeeting().propose('t').propose('gone');
  meeting.does('ada', { kind: 'item.withdraw', item: 'gone' });
  const items = [carried('t', { title: 'new words' }), carried('gone')];
  const back = { kind: 'item.carry' as const, items, back: true as const };
  expect(meeting.house(back)).toEqual(['item.edited']);
  expect(meeting.house(back)).toEqual([]);
  expect([meeting.agenda, meeting.item('t').title]).toEqual([['t'], 'new words']);
});

test('H6 A11 minutes of topics go with them, and come back', () => {
  const meeting = plannedMeeting();
  const steps = Array.from({ length: 6 }, (_, step) => `s${step}`);
  meeting.does('ada', { kind: 'format.choose', format: 'open-agenda-votes', items: steps });
  const loop = () => meeting.state.items.find(({ run }) => run?.forTopics)?.minutes;
  const items = [carried('c1'), carried('c2')];
  meeting.house({ kind: 'item.carry', items });
  expect(loop()).toBe(22);
  meeting.house({ kind: 'item.recall', items: ['c1', 'c2'] });
  expect(loop()).toBe(42);
  meeting.house({ kind: 'item.carry', items });
  expect(loop()).toBe(22);
});

test('A10 A11 H5 the agenda is the same whether a format is chosen before something is carried over or after', () => {
  const kind = fc.constantFrom<ItemKind>('topic', 'hot-seat');
  fc.assert(
    fc.property(fc.constantFrom(...formats), fc.array(kind, { maxLength: 4 }), ({ id: format }, kinds) => {
      const items = Array.from({ length: 20 }, (_, step) => `s${step}`);
      const carry = {
        kind: 'item.carry' as const,
        items: kinds.map((itemKind, index) => carried(`c${index}`, { itemKind })),
      };
      const [first, then] = [plannedMeeting(), plannedMeeting()];
      first.does('ada', { kind: 'format.choose', format, items });
      first.house(carry);
      then.house(carry);
      then.does('ada', { kind: 'format.choose', format, items });
      const planned = (meeting: Meeting) => meeting.agenda.map((id) => [id, meeting.item(id).minutes]);
      expect(planned(then)).toEqual(planned(first));
    }),
  );
});
