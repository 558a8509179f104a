import { expect, test } from 'vitest';
import { isHidden, maskEvent, maskState } from '#app/domain/meeting/mask.ts';
import { liveMeeting, openMeeting } from './meeting-builder.ts';

const vote = (item: string, dots: number) => ({ kind: 'vote.cast' as const, item, dots });

test('V1 three dots each, at most two on one item', () => {
  const meeting = openMeeting();
  expect(meeting.refuses('ben', vote('x', 3))).toBe('no-dots-left');
  meeting.does('ben', vote('x', 2));
  expect(meeting.refuses('ben', vote('y', 2))).toBe('no-dots-left');
  meeting.does('ben', vote('y', 1));
  expect(meeting.refuses('ben', vote('z', 1))).toBe('no-dots-left');
  expect(meeting.does('ben', vote('y', 1))).toEqual([]);
  meeting.does('ben', vote('x', 1));
  expect(meeting.does('ben', vote('z', 1))).toEqual(['vote.cast']);
  expect(meeting.does('cleo', vote('z', 2))).toEqual(['vote.cast']);
});

test('V1 dots on withdrawn items are free again, and count for nothing', () => {
  const meeting = openMeeting();
  meeting.does('ben', vote('y', 2));
  meeting.does('ben', vote('x', 1));
  meeting.does('ben', { kind: 'item.withdraw', item: 'y' });
  expect(meeting.does('ben', vote('z', 2))).toEqual(['vote.cast']);
  meeting.does('ada', { kind: 'voting.close' });
  expect(meeting.state.voting.tally).toEqual({ x: 1, z: 2 });
});

test('V2 until voting closes nobody sees a dot but its owner', () => {
  const meeting = openMeeting();
  meeting.does('ben', vote('x', 2));
  meeting.does('cleo', vote('z', 1));
  const [seen, ...others] = meeting.log.filter(isHidden).map(maskEvent);
  expect(others).toHaveLength(1);
  expect(seen).toMatchObject({ kind: 'vote.cast', actor: 'ben', item: null, dots: null });
  expect(maskState(meeting.state, 'ben').voting).toEqual({
    ...{ open: true, dots: { ben: { x: 2 } }, voters: ['ben', 'cleo'], tally: null },
  });
  expect(maskState(meeting.state, 'dov').voting.dots).toEqual({});
});

test('V2 closing tells the sums to all, and still no names', () => {
  const meeting = openMeeting();
  meeting.does('ben', vote('x', 2));
  meeting.does('ada', { kind: 'voting.close' });
  const { dots, tally } = maskState(meeting.state, 'dov').voting;
  expect([dots, tally]).toEqual([{}, { x: 2 }]);
  expect(meeting.log.map(maskEvent).at(-1)).toEqual(meeting.log.at(-1));
});

test('V2 the sums stand in the order of the agenda, whoever voted first for what', () => {
  const orders = (['x', 'z'] as const).map((first) => {
    const meeting = openMeeting();
    meeting.does('ben', vote(first, 2));
    meeting.does('cleo', vote(first === 'x' ? 'z' : 'x', 2));
    meeting.does('ada', { kind: 'voting.close' });
    return JSON.stringify(meeting.state.voting.tally);
  });
  expect(orders).toEqual(['{"x":2,"z":2}', '{"x":2,"z":2}']);
});

test('V3 dots go on listed items that have not started', () => {
  const meeting = openMeeting();
  expect(meeting.refuses('ben', vote('gone', 1))).toBe('out-of-date');
  meeting.does('ben', { kind: 'item.withdraw', item: 'y' });
  expect(meeting.refuses('ben', vote('y', 1))).toBe('out-of-date');
});

test('V4 the lead closes voting, once', () => {
  const meeting = openMeeting();
  expect(meeting.refuses('ben', { kind: 'voting.close' })).toBe('not-leading');
  meeting.does('ada', { kind: 'voting.close' });
  expect(meeting.refuses('ada', { kind: 'voting.close' })).toBe('voting-closed');
  expect(meeting.refuses('ben', vote('x', 1))).toBe('voting-closed');
});

test('V4 starting the meeting closes voting, once', () => {
  const meeting = openMeeting();
  expect(meeting.does('ada', { kind: 'meeting.start' })).toEqual(['voting.closed', 'meeting.started']);
  expect(liveMeeting().refuses('ben', vote('y', 1))).toBe('voting-closed');
  const closed = openMeeting();
  closed.does('ada', { kind: 'voting.close' });
  expect(closed.does('ada', { kind: 'meeting.start' })).toEqual(['meeting.started']);
});

test('V5 topics change places among themselves by votes; everything else keeps its place', () => {
  const meeting = openMeeting().propose('in', { itemKind: 'check-in' }).propose('w').propose('end');
  meeting.does('ada', { kind: 'item.move', item: 'in', after: 'x' });
  meeting.does('ben', vote('z', 2));
  meeting.does('cleo', vote('w', 1));
  meeting.does('cleo', vote('in', 2));
  meeting.does('ada', { kind: 'voting.close' });
  expect(meeting.agenda).toEqual(['z', 'in', 'w', 'x', 'y', 'end']);
  expect(meeting.item('z').votes).toBe(2);
});

test('V5 equal votes: more often carried, then earlier proposed, then id', () => {
  const meeting = openMeeting().propose('b').propose('a');
  const draft = { title: 'Old', itemKind: 'topic' as const, minutes: 5, bringer: null, help: '' };
  meeting.house({ kind: 'item.carry', items: [{ item: 'old', ...draft, carried: 1, votes: 1 }] });
  meeting.does('ben', vote('b', 1));
  meeting.does('cleo', vote('a', 1));
  meeting.does('ada', { kind: 'item.move', item: 'z', after: null });
  meeting.does('ada', { kind: 'voting.close' });
  expect(meeting.agenda).toEqual(['old', 'a', 'b', 'x', 'y', 'z']);
});

test('V5 when no dot was cast, everything keeps the place it was given by hand', () => {
  const meeting = openMeeting();
  meeting.does('ada', { kind: 'item.move', item: 'z', after: null });
  meeting.at(0).does('ada', { kind: 'meeting.start' });
  expect(meeting.agenda).toEqual(['z', 'x', 'y']);
});
