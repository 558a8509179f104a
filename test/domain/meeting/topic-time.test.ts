// Time that a format sets aside for topics goes to those that come, and returns from those that go.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ItemKind, plannedMinutes } from '#app/domain/meeting/agenda.ts';
import { minutesForTopic } from '#app/domain/meeting/topic-time.ts';
import { type Meeting, plainItem, plannedMeeting, play, startsAt } from './meeting-builder.ts';

/** An open agenda by votes, in the open room: 42 of its minutes are set aside for topics, in the loop. */
function openAgenda(): Meeting {
  const meeting = plannedMeeting().at(-5).arrive('ada', 'ben');
  const items = ['write', 'tell', 'dots', 'loop', 'harvest', 'end'];
  meeting.does('ada', { kind: 'format.choose', format: 'open-agenda-votes', items });
  return meeting;
}

const withdraw = (item: string) => ({ kind: 'item.withdraw' as const, item });

test('A11 topics stand before the time that is set aside for them and take their minutes from it', () => {
  const meeting = openAgenda();
  meeting.propose('p').propose('q', { minutes: 20 }).propose('in', { itemKind: 'check-in', minutes: 1 });
  expect(meeting.agenda).toEqual(['in', 'write', 'tell', 'dots', 'p', 'q', 'loop', 'harvest', 'end']);
  expect([meeting.item('loop').minutes, plannedMinutes(meeting.state.items)]).toEqual([12, 61]);
  meeting.propose('r', { minutes: 12 });
  expect(meeting.agenda.slice(4)).toEqual(['p', 'q', 'r', 'harvest', 'end']);
  meeting.propose('s');
  expect(meeting.agenda.slice(4)).toEqual(['p', 'q', 'r', 's', 'harvest', 'end']);
});

test('A11 once the time for topics has begun, a new one stands behind it and those that are there', () => {
  const meeting = openAgenda();
  meeting.at(0).clock('item.start', 'loop');
  meeting.propose('p').propose('q');
  expect(meeting.agenda.slice(3)).toEqual(['loop', 'p', 'q', 'harvest', 'end']);
  expect(meeting.item('loop').minutes).toBe(42);
});

test('A11 a topic that is withdrawn or becomes shorter gives its minutes back', () => {
  const meeting = openAgenda().propose('p').propose('q', { minutes: 20 });
  meeting.does('ada', withdraw('p'));
  expect(meeting.item('loop').minutes).toBe(22);
  meeting.does('ada', { kind: 'item.edit', item: 'q', ...plainItem, minutes: 5 });
  expect(meeting.item('loop').minutes).toBe(37);
  meeting.does('ada', { kind: 'item.edit', item: 'q', ...plainItem, itemKind: 'fixed', minutes: 5 });
  expect(meeting.item('loop').minutes).toBe(42);
});

test('A11 what was used up returns to its place, with what the other topics leave of it', () => {
  const meeting = openAgenda().propose('p', { minutes: 30 }).propose('q', { minutes: 30 });
  expect(meeting.agenda.slice(3)).toEqual(['p', 'q', 'harvest', 'end']);
  expect(meeting.does('ada', withdraw('p'))).toEqual(['item.withdrawn', 'item.returned']);
  expect(meeting.agenda.slice(3)).toEqual(['q', 'loop', 'harvest', 'end']);
  expect(meeting.item('loop').minutes).toBe(12);
  meeting.does('ada', withdraw('q'));
  expect([meeting.item('loop').minutes, plannedMinutes(meeting.state.items)]).toEqual([42, 60]);
});

test('A11 what somebody withdrew by hand does not return, nor does what has begun grow', () => {
  const meeting = openAgenda().propose('p', { minutes: 50 });
  meeting.does('ada', withdraw('p'));
  meeting.does('ada', withdraw('loop'));
  meeting.propose('q');
  expect(meeting.does('ada', withdraw('q'))).toEqual(['item.withdrawn']);
  const begun = openAgenda().propose('p').at(0);
  begun.clock('item.start', 'loop');
  expect(begun.does('ada', withdraw('p'))).toEqual(['item.withdrawn']);
  expect(begun.item('loop').minutes).toBe(32);
});

test('A11 T5 what gave way to the clock does not come back by withdrawing', () => {
  const meeting = openAgenda().propose('p', { minutes: 25 }).propose('q', { minutes: 20 }).at(40);
  meeting.clock('item.start', 'write');
  expect([meeting.item('p').minutes, meeting.item('q').minutes]).toEqual([22, 10]);
  meeting.does('ada', withdraw('q'));
  expect(meeting.item('loop')).toMatchObject({ minutes: 10, withdrawn: false });
});

test('A11 however topics come, change and go, the sum is what was planned, or what they take beyond it', () => {
  const item = fc.constantFrom('p', 'q', 'r', 's');
  const minutes = fc.integer({ min: 1, max: 60 });
  const itemKind = fc.constantFrom<ItemKind>('topic', 'topic', 'hot-seat');
  const draft = fc.record({ item, minutes, itemKind });
  const act = fc.oneof(
    draft.map((fields) => ({ ...plainItem, ...fields, kind: 'item.propose' as const })),
    draft.map((fields) => ({ ...plainItem, ...fields, kind: 'item.edit' as const })),
    item.map(withdraw),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let { state } = openAgenda();
      for (const command of acts) {
        const id = `${command.item}${state.version}`;
        const latest = state.items.findLast(({ id, withdrawn }) => id.startsWith(command.item) && !withdrawn);
        const named = { ...command, item: command.kind === 'item.propose' ? id : (latest?.id ?? 'none') };
        ({ state } = play(state, 'ada', named, startsAt - 1));
        const mine = state.items.filter(({ id, withdrawn }) => /^[pqrs]\d/.test(id) && !withdrawn);
        const sum = (wanted: boolean) =>
          mine.reduce((all, one) => ((one.itemKind === 'topic') === wanted ? all + one.minutes : all), 0);
        expect(plannedMinutes(state.items)).toBe(60 - 42 + Math.max(42, sum(true)) + sum(false));
      }
    }),
  );
});

test('A12 a topic takes as long as the format gives each, ten minutes where no format or an older log does not say', () => {
  const { items } = openAgenda().state;
  expect(minutesForTopic(items)).toBe(8);
  const older = items.map((item) =>
    item.run?.forTopics ? { run: { ...item.run, forTopics: true as const } } : item,
  );
  expect(minutesForTopic(older)).toBe(10);
  expect(minutesForTopic(plannedMeeting().propose('p').state.items)).toBe(10);
});
