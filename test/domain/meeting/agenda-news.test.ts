import { expect, test } from 'vitest';
import { agendaNews, fullnessOf, sayVoters } from '#app/domain/meeting/agenda-news.ts';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { type Meeting, openMeeting, plainItem, plannedMeeting } from './meeting-builder.ts';

const readers = { nameOf: (person: string) => person.toUpperCase(), members: ['ada', 'ben', 'cleo', 'dov'] };

/** What is said after somebody did something. */
function heard(meeting: Meeting, actor: string, ...commands: MemberCommand[]): string | null {
  const before = meeting.state;
  for (const command of commands) meeting.does(actor, command);
  return agendaNews(before, meeting.state, readers);
}

test('B3 the sum says what is left, that it is just full, or how much is too much', () => {
  const meeting = plannedMeeting().propose('a', { minutes: 70 });
  expect(fullnessOf(meeting.state)).toEqual({
    sentence: '70 of 90 minutes, 20 left',
    share: 70 / 90,
    over: 0,
  });
  meeting.propose('b', { minutes: 20 });
  expect(fullnessOf(meeting.state)).toEqual({ sentence: '90 of 90 minutes, just full', share: 1, over: 0 });
  meeting.propose('c', { minutes: 10 });
  expect(fullnessOf(meeting.state)).toEqual({
    sentence: '100 of 90 minutes, 10 too many',
    share: 1,
    over: 10,
  });
  // What dropped out is left for next time and takes no minutes of this one.
  const items = meeting.state.items.map((item) => ({ ...item, dropped: item.id === 'c' }));
  expect(fullnessOf({ ...meeting.state, items }).sentence).toBe('90 of 90 minutes, just full');
  meeting.does('ada', { kind: 'item.withdraw', item: 'a' });
  expect(fullnessOf(meeting.state).sentence).toBe('30 of 90 minutes, 60 left');
});

test('B4 what came, went and changed is said in one sentence', () => {
  const meeting = openMeeting();
  expect(heard(meeting, 'ben', { kind: 'item.propose', item: 'w', ...plainItem, title: 'Risk' })).toBe(
    'BEN proposed Risk',
  );
  expect(
    heard(meeting, 'ben', { kind: 'item.edit', item: 'w', ...plainItem, title: 'Risk', minutes: 5 }),
  ).toBe('Risk was changed');
  expect(heard(meeting, 'ben', { kind: 'item.withdraw', item: 'w' })).toBe('Risk was taken off the agenda');
  const items = Array.from({ length: 14 }, (_, index) => `step-${index}`);
  expect(heard(meeting, 'cleo', { kind: 'format.choose', format: 'hot-seat-60', items })).toBe(
    '6 items were added',
  );
});

test('B4 a move is said with its new place, whoever made it', () => {
  const meeting = openMeeting();
  expect(heard(meeting, 'ben', { kind: 'item.move', item: 'z', after: null })).toBe(
    'Moved z to place 1 of 3',
  );
  expect(heard(meeting, 'ben', { kind: 'item.move', item: 'z', after: 'x' })).toBe('Moved z to place 2 of 3');
  expect(heard(meeting, 'ben', { kind: 'item.move', item: 'x', after: 'z' })).toBe('Moved x to place 2 of 3');
  const both: MemberCommand[] = [
    { kind: 'item.move', item: 'y', after: null },
    { kind: 'item.move', item: 'z', after: 'x' },
    { kind: 'item.move', item: 'x', after: 'z' },
  ];
  expect(heard(meeting, 'ben', ...both)).toBe('Moved y to place 1 of 3');
});

test('B4 votes are counted, not told, and closing weighs more than the new order', () => {
  const meeting = openMeeting();
  expect(heard(meeting, 'ben', { kind: 'vote.cast', item: 'z', dots: 2 })).toBe('1 of 4 have voted');
  expect(heard(meeting, 'ben', { kind: 'vote.cast', item: 'y', dots: 1 })).toBeNull();
  expect(sayVoters(meeting.state, readers.members)).toBe('1 of 4 have voted');
  expect(sayVoters(meeting.state, ['ada', 'cleo'])).toBe('0 of 2 have voted');
  expect(heard(meeting, 'ada', { kind: 'voting.close' })).toBe('Voting is closed');
});

test('B4 talk is not the agenda’s news, and a start is', () => {
  const meeting = openMeeting().at(0);
  meeting.does('ada', { kind: 'voting.close' });
  expect(heard(meeting, 'ben', { kind: 'hand.raise' })).toBeNull();
  const { rev } = meeting.item('x').clock;
  expect(heard(meeting, 'ada', { kind: 'item.start', item: 'x', rev })).toBe('x has started');
});

test('B4 what comes from an earlier meeting was proposed by nobody here', () => {
  const meeting = plannedMeeting();
  const before = meeting.state;
  meeting.house({
    kind: 'item.carry',
    items: [{ ...plainItem, item: 'old', title: 'Old', carried: 1, votes: 2 }],
  });
  expect(agendaNews(before, meeting.state, readers)).toBe('Old was added');
});
