/** Whoever is out of turn gives way, by whatever it came about. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currentPhase, isAsked, isSilent } from '#app/domain/meeting/turn.ts';
import { go, running, say } from './format-scene.ts';
import { life, live } from './meeting-arbitrary.ts';

test('G14 the focus member who comes back in the middle of a round listens on', () => {
  const meeting = running('hot-seat-60', 's3', 'ben');
  meeting.leave('ben').arrive('ben', 'dov');
  expect(meeting.state.floor.round?.waiting).toEqual(['ada', 'dov']);
  for (const person of ['cleo', 'ada', 'dov']) meeting.does(person, { kind: 'floor.end', person });
  expect(meeting.state.floor).toMatchObject({ round: null, holder: null });
});

test('G14 who gets the hot seat in the middle of a round listens from then on, and the round goes on', () => {
  const later = running('hot-seat-60', 's3', null);
  later.does('ada', { kind: 'seat.give', item: 's3', person: 'cleo' });
  later.does('ben', { kind: 'floor.end', person: 'ben' });
  expect(later.state.floor.holder?.person).toBe('ada');

  const speaking = running('hot-seat-60', 's3', null);
  speaking.does('ben', { kind: 'seat.give', item: 's3', person: 'ben' });
  expect(speaking.state.floor.holder?.person).toBe('cleo');
  speaking.does('cleo', say('I would ask them'));
});

test('G14 whoever takes the lead where the facilitator holds back has no floor any more', () => {
  const meeting = running('case-consult', 's4', 'cleo');
  meeting.does('ada', { kind: 'floor.give', person: 'ben' });
  meeting.handOver('ada', 'ben');
  expect(meeting.state.floor.holder).toBeNull();
});

test('G8 G14 what a pause allowed is over when it ends: floor, hands and a round that began in it', () => {
  const meeting = running('hot-seat-60', 's1', 'ben');
  meeting.clock('item.pause', 's1');
  meeting.does('cleo', { kind: 'hand.raise' });
  meeting.does('ada', { kind: 'floor.give', person: 'ada' });
  meeting.clock('item.resume', 's1');
  expect(meeting.state.floor).toMatchObject({ holder: null, hands: [] });

  const round = running('hot-seat-90', 's2', 'ben');
  round.clock('item.pause', 's2');
  go(round, 2);
  expect(round.state.floor.holder?.person).toBe('ben');
  round.clock('item.resume', 's2');
  expect(round.state.floor).toMatchObject({ holder: { person: 'cleo' }, round: { waiting: ['ada'] } });
});

test('G14 whatever happens, whoever has the floor, a hand up or a place in the round is named by the phase', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { after } of live(random).happened) {
        const current = currentPhase(after);
        if (!current || current.item.clock.state === 'paused') continue;
        const { holder, round, hands } = after.floor;
        const turns = [holder?.person ?? [], round?.waiting ?? [], hands.map(({ person }) => person)].flat();
        expect(turns.filter((person) => isSilent(current.phase) || !isAsked(after, person))).toEqual([]);
        if (round) expect(holder).not.toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});

test('F6 F7 G14 who gives the hot seat up in the middle of a round has a turn in it', () => {
  const meeting = running('hot-seat-60', 's3', 'ben');
  const inRound = () => [
    ...(meeting.state.floor.round?.waiting ?? []),
    ...(meeting.state.floor.round?.done ?? []),
  ];
  expect(inRound()).not.toContain('ben');
  meeting.does('ada', { kind: 'seat.give', item: 's3', person: null });
  expect(inRound().filter((person) => person === 'ben')).toEqual(['ben']);
});
