/** Phases in which nobody speaks: writing in silence, and dots. */
import { expect, test } from 'vitest';
import { SILENT_LINES } from '#app/domain/meeting/turn.ts';
import { go, running, say } from './format-scene.ts';
import type { Meeting } from './meeting-builder.ts';

test('G13 dots are placed in silence', () => {
  const meeting = running('open-agenda-votes', 's2', null).propose('p');
  expect(meeting.refuses('ben', say('Vote for mine'))).toBe('not-your-turn');
  expect(meeting.refuses('ben', { kind: 'hand.raise' })).toBe('not-your-turn');
  meeting.does('ben', { kind: 'vote.cast', item: 'p', dots: 2 });
});

test('W2 silent writing is bounded: so many lines a person, so many characters a line', () => {
  const meeting = running('open-agenda-votes', 's0', null);
  expect(meeting.refuses('ben', say('x'.repeat(1_001)))).toBe('bad-input');
  for (let line = 1; line < SILENT_LINES; line += 1) meeting.does('ben', say('x'.repeat(1_000)));
  const last = say('short');
  meeting.does('ben', last);
  const edit = (text: string) => ({ kind: 'message.edit' as const, message: last.message, text });
  expect(meeting.refuses('ben', edit('x'.repeat(1_001)))).toBe('bad-input');
  meeting.does('ben', edit('x'.repeat(1_000)));
  expect(meeting.refuses('ben', say('more'))).toBe('limit-reached');
  meeting.does('cleo', say('mine'));
});

test('W2 leaving the writing shows it: by the next phase, the next item, the end', () => {
  const ways = [
    (meeting: Meeting) => go(meeting, 1),
    (meeting: Meeting) => meeting.clock('item.finish', 's0'),
    (meeting: Meeting) => meeting.clock('item.start', 's1'),
    (meeting: Meeting) => meeting.does('ada', { kind: 'meeting.close' }),
  ];
  for (const leave of ways) {
    const meeting = running('open-agenda-votes', 's0', null);
    meeting.does('ben', say('Vendor risk'));
    expect(meeting.state.messages).toMatchObject([{ text: null, hidden: true, sealed: 'Vendor risk' }]);
    expect(leave(meeting)[0]).toBe('message.revealed');
    expect(meeting.state.messages).toMatchObject([{ text: 'Vendor risk', form: 'silent-writing' }]);
    expect(meeting.state.messages[0]?.hidden).toBeUndefined();
  }
});

test('V4 where a format asks for dots, voting opens with the phase and closes with it', () => {
  const meeting = running('open-agenda-votes', 's2', null).propose('p').propose('q');
  expect(meeting.state.voting).toMatchObject({ open: true, dots: {} });
  meeting.does('ben', { kind: 'vote.cast', item: 'q', dots: 2 });
  expect(meeting.clock('item.finish', 's2')).toContain('voting.closed');
  expect(meeting.agenda.filter((id) => id === 'p' || id === 'q')).toEqual(['q', 'p']);
  expect(meeting.refuses('ben', { kind: 'vote.cast', item: 'p', dots: 1 })).toBe('voting-closed');
});
