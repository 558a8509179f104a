import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropOf, type Edge, stepOf, withMove } from '#app/domain/meeting/arrange.ts';
import { type Meeting, minute, openMeeting, plannedMeeting } from './meeting-builder.ts';

const shown = (meeting: Meeting) => withMove(meeting.state.items, null).map((item) => item.id);

test('B1 a step names the item to stand behind, and nothing at the ends', () => {
  const { state } = openMeeting();
  expect(stepOf(state.items, 'z', 'up')).toEqual({ item: 'z', after: 'x' });
  expect(stepOf(state.items, 'y', 'up')).toEqual({ item: 'y', after: null });
  expect(stepOf(state.items, 'x', 'down')).toEqual({ item: 'x', after: 'y' });
  expect(stepOf(state.items, 'x', 'up')).toBeNull();
  expect(stepOf(state.items, 'z', 'down')).toBeNull();
  expect(stepOf(state.items, 'unknown', 'down')).toBeNull();
});

test('B1 a drop where the item is seen already asks for nothing', () => {
  const { items } = openMeeting().state;
  expect(dropOf(items, 'y', 'x', 'below')).toBeNull();
  expect(dropOf(items, 'y', 'z', 'above')).toBeNull();
  expect(dropOf(items, 'y', 'y', 'above')).toBeNull();
  expect(dropOf(items, 'y', 'z', 'below')).toEqual({ item: 'y', after: 'z' });
  expect(dropOf(items, 'z', 'x', 'above')).toEqual({ item: 'z', after: null });
});

test('B1 nothing goes before what runs or is done, and that does not move', () => {
  const meeting = openMeeting().at(0);
  meeting.clock('item.start', 'x');
  const { items } = meeting.state;
  expect(stepOf(items, 'y', 'up')).toBeNull();
  expect(stepOf(items, 'x', 'down')).toBeNull();
  expect(dropOf(items, 'z', 'x', 'above')).toBeNull();
  expect(dropOf(items, 'z', 'x', 'below')).toEqual({ item: 'z', after: 'x' });
});

test('B1 with an item running further down, those above it may only go below it', () => {
  const meeting = openMeeting().at(0);
  meeting.clock('item.start', 'y');
  expect(dropOf(meeting.state.items, 'z', 'x', 'below')).toBeNull();
  expect(stepOf(meeting.state.items, 'x', 'down')).toEqual({ item: 'x', after: 'y' });
});

test('B2 withdrawn items are passed over, and an unknown move shows the order as it is', () => {
  const meeting = openMeeting();
  meeting.does('ben', { kind: 'item.withdraw', item: 'y' });
  expect(stepOf(meeting.state.items, 'z', 'up')).toEqual({ item: 'z', after: null });
  expect(withMove(meeting.state.items, { item: 'y', after: null }).map(({ id }) => id)).toEqual(['x', 'z']);
});

test('B1 B2 whatever is asked for is accepted, and is what was shown meanwhile', () => {
  const command = fc.record({
    item: fc.nat(9),
    beside: fc.nat(9),
    way: fc.constantFrom<Edge | 'up' | 'down'>('above', 'below', 'up', 'down'),
    withdraw: fc.option(fc.nat(9)),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.array(command, { maxLength: 20 }), (count, commands) => {
      const meeting = plannedMeeting();
      for (let index = 0; index < count; index += 1) meeting.propose(`item-${index}`);
      for (const { item, beside, way, withdraw } of commands) {
        const [id, target] = [`item-${item}`, `item-${beside}`];
        const { items } = meeting.state;
        const move = way === 'up' || way === 'down' ? stepOf(items, id, way) : dropOf(items, id, target, way);
        const expected = withMove(items, move).map((one) => one.id);
        if (move) {
          expect(expected).not.toEqual(shown(meeting));
          expect(meeting.does('cleo', { kind: 'item.move', ...move })).toContain('item.moved');
        }
        expect(meeting.agenda).toEqual(expected);
        if (withdraw !== null && meeting.agenda.includes(`item-${withdraw}`)) {
          meeting.does('ada', { kind: 'item.withdraw', item: `item-${withdraw}` });
        }
      }
    }),
  );
});

test('B1 the server takes a drop below what runs, whatever stands there', () => {
  const meeting = openMeeting().at(0);
  meeting.clock('item.start', 'x');
  const move = dropOf(meeting.state.items, 'z', 'x', 'below');
  meeting.now = minute(1);
  if (move) meeting.does('ada', { kind: 'item.move', ...move });
  expect(meeting.agenda).toEqual(['x', 'z', 'y']);
});
