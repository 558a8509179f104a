/** Phases that give everybody the floor, one after the other. */
import { expect, test } from 'vitest';
import { whyNot } from '#app/domain/meeting/turn-words.ts';
import { go, running, say } from './format-scene.ts';

test('G10 a phase that goes round begins a round, and only whoever has the turn writes until it is over', () => {
  const meeting = running('circle-monthly', 's0', null);
  expect(meeting.log.slice(-2)).toMatchObject([
    { kind: 'round.invited', order: 'ring', people: ['ben', 'cleo', 'ada'] },
    { kind: 'floor.given', person: 'ben' },
  ]);
  meeting.does('ben', say('I am well'));
  expect(meeting.refuses('cleo', say('So am I'))).toBe('not-your-turn');
  expect(whyNot(meeting.state, 'ada', (person) => person)).toBe('ben has the turn. You come after 1 more.');
  meeting.does('ben', { kind: 'floor.end', person: 'ben' });
  expect(whyNot(meeting.state, 'ben')).toBe(
    'Somebody else has the turn. Everybody writes again when the round is over.',
  );
  meeting.does('cleo', say('So am I'));
  meeting.does('ada', { kind: 'round.pass', person: 'cleo' });
  meeting.arrive('dov');
  meeting.does('ada', { kind: 'floor.end', person: 'ada' });
  meeting.does('dov', say('Sorry I am late'));
  meeting.does('dov', { kind: 'floor.end', person: 'dov' });
  expect(meeting.state.floor.round).toBeNull();
  meeting.does('ben', say('Good to see you all'));
});

test('G10 a round lets everybody write once the lead ends it or pauses the clock; its next phase begins its own', () => {
  const meeting = running('season-kickoff', 's2', null);
  go(meeting, 1);
  expect(meeting.state.floor.round).toBeNull();
  go(meeting, 2);
  expect(meeting.refuses('cleo', say('Me first'))).toBe('not-your-turn');
  meeting.clock('item.pause', 's2');
  meeting.does('cleo', say('The bell rang'));
  meeting.clock('item.resume', 's2');
  meeting.does('ada', { kind: 'round.end' });
  meeting.does('cleo', say('Now anybody'));
});

test('G10 pledges are written while somebody else asks', () => {
  const meeting = running('asks-and-offers', 's1', null);
  expect(meeting.state.floor.holder?.person).toBe('ben');
  meeting.does('cleo', say('I know somebody'));
});

test('G11 one at a time: while somebody has the floor nobody else writes', () => {
  const meeting = running('season-close', 's0', null);
  meeting.does('cleo', say('May I begin?'));
  meeting.does('cleo', { kind: 'hand.raise' });
  meeting.does('ada', { kind: 'floor.give', person: 'cleo' });
  meeting.does('cleo', say('I have changed my work'));
  expect(meeting.refuses('ada', say('Wonderful'))).toBe('not-your-turn');
  meeting.does('ben', { kind: 'hand.raise' });
  meeting.does('cleo', { kind: 'floor.end', person: 'cleo' });
  meeting.does('ada', say('Wonderful'));
});
