import { expect, test } from 'vitest';
import { formats } from '#app/domain/meeting/formats.ts';
import { roleNamed, rolesInPlay, rolesOfPerson, suggestedFor } from '#app/domain/meeting/roles.ts';
import { mayTakePart } from '#app/domain/meeting/turn.ts';
import { liveMeeting, type Meeting, openMeeting, plannedMeeting } from './meeting-builder.ts';

const ids = Array.from({ length: 14 }, (_, index) => `s${index}`);
const post = (message: string) => ({ kind: 'message.post' as const, message, text: 'Three things' });

function formatted(format: string): Meeting {
  const meeting = plannedMeeting().at(-5).arrive('ada', 'ben', 'cleo', 'dov');
  meeting.does('ada', { kind: 'format.choose', format, items: ids });
  return meeting;
}

test('Q1 every meeting may have a timekeeper and a note-taker, and a format brings its own', () => {
  expect(rolesInPlay(plannedMeeting().state)).toEqual(['timekeeper', 'note-taker']);
  expect(rolesInPlay(formatted('speak-and-evaluate').state)).toEqual([
    ...['timekeeper', 'note-taker', 'evaluator', 'observer'],
  ]);
  const named = ['facilitator', 'focus member', 'consultants', 'everyone'];
  for (const role of named) expect(roleNamed(role)).toBeNull();
  expect(new Set(formats.flatMap(({ roles }) => roles))).toEqual(
    new Set(['timekeeper', 'note-taker', 'coach', 'evaluator', 'observer']),
  );
});

test('Q2 the lead gives a role; a member takes a free one and lays down their own', () => {
  const meeting = openMeeting();
  const keeper = (person: string | null) => ({
    kind: 'role.give' as const,
    role: 'timekeeper' as const,
    person,
  });
  expect(meeting.refuses('ben', keeper('cleo'))).toBe('not-leading');
  expect(meeting.does('ben', keeper('ben'))).toEqual(['role.given']);
  expect(meeting.does('ben', keeper('ben'))).toEqual([]);
  expect(meeting.refuses('cleo', keeper('cleo'))).toBe('not-leading');
  expect(meeting.refuses('cleo', keeper(null))).toBe('not-leading');
  expect(meeting.does('ada', keeper('cleo'))).toEqual(['role.given']);
  meeting.does('cleo', { kind: 'role.give', role: 'note-taker', person: 'cleo' });
  expect(rolesOfPerson(meeting.state, 'cleo')).toEqual(['timekeeper', 'note-taker']);
  meeting.does('cleo', keeper(null));
  expect(meeting.state.roles).toEqual({ 'note-taker': 'cleo' });
  expect(meeting.refuses('ada', keeper('eve'))).toBe('bad-input');
  expect(meeting.refuses('ada', { kind: 'role.give', role: 'coach', person: 'ben' })).toBe('bad-input');
});

test('Q3 a role’s phase is its holder’s; whoever brings the item comes before; without either it is everybody’s', () => {
  const meeting = formatted('speak-and-evaluate').at(0);
  meeting.clock('item.start', 's4');
  meeting.does('cleo', post('1'));
  meeting.does('ada', { kind: 'role.give', role: 'evaluator', person: 'dov' });
  expect(meeting.refuses('cleo', post('2'))).toBe('not-your-turn');
  meeting.does('dov', post('3'));
  meeting.does('ada', { kind: 'seat.give', item: 's4', person: 'cleo' });
  expect(meeting.refuses('dov', post('4'))).toBe('not-your-turn');
  meeting.does('cleo', post('5'));
  for (const [role, person] of [
    ['timekeeper', 'ben'],
    ['observer', 'cleo'],
  ] as const)
    meeting.does('ada', { kind: 'role.give', role, person });
  meeting.clock('item.start', 's6');
  for (const person of ['ben', 'cleo']) meeting.does(person, post(`6 ${person}`));
  expect(meeting.refuses('dov', post('7'))).toBe('not-your-turn');
});

test('Q4 the timekeeper asks for more time and sets how long a turn is', () => {
  const meeting = liveMeeting().at(1);
  const ask = () => ({
    kind: 'extension.ask' as const,
    item: 'x',
    rev: meeting.item('x').clock.rev,
    drops: [],
  });
  const limit = { kind: 'floor.limit' as const, minutes: 2 };
  for (const command of [ask(), limit]) expect(meeting.refuses('cleo', command)).toBe('not-leading');
  meeting.does('ada', { kind: 'role.give', role: 'timekeeper', person: 'cleo' });
  expect(meeting.does('cleo', limit)).toEqual(['floor.limited']);
  expect(meeting.does('cleo', ask())).toEqual(['extension.opened']);
});

test('Q4 the note-taker changes decisions and action items like whoever wrote them', () => {
  const meeting = liveMeeting();
  meeting.does('ben', { kind: 'decision.record', decision: 'd', text: 'We go' });
  const promise = { action: 'a', owner: 'ben', due: null };
  meeting.does('ben', { kind: 'action.add', text: 'Ask', ...promise });
  expect(meeting.refuses('cleo', { kind: 'decision.withdraw', decision: 'd' })).toBe('not-yours');
  expect(meeting.refuses('cleo', { kind: 'action.edit', text: 'Ask her', ...promise })).toBe('not-yours');
  meeting.does('ada', { kind: 'role.give', role: 'note-taker', person: 'cleo' });
  meeting.does('cleo', { kind: 'action.edit', text: 'Ask her', ...promise });
  meeting.does('cleo', { kind: 'decision.withdraw', decision: 'd' });
});

test('Q5 suggested is the next of the rota who is here and free; as coach whoever had the hot seat last', () => {
  const meeting = plannedMeeting();
  expect(suggestedFor(meeting.state, 'timekeeper')).toBe('ben');
  meeting.at(-5).arrive('ada', 'cleo', 'dov');
  expect(suggestedFor(meeting.state, 'timekeeper')).toBe('cleo');
  meeting.does('cleo', { kind: 'role.give', role: 'timekeeper', person: 'cleo' });
  expect(suggestedFor(meeting.state, 'note-taker')).toBe('dov');
  meeting.propose('seat', { itemKind: 'hot-seat', bringer: 'dov' });
  expect(suggestedFor(meeting.state, 'note-taker')).toBeNull();
  expect(suggestedFor(meeting.state, 'coach')).toBeNull();
  meeting.house({ kind: 'seats.tell', seats: { cleo: { turns: 1, last: 2 }, dov: { turns: 1, last: 1 } } });
  expect(suggestedFor(meeting.state, 'coach')).toBe('cleo');
});

test('Q6 whoever leaves the circle has no role and no seat of a format any more, and shuts nobody out', () => {
  const meeting = formatted('speak-and-evaluate').at(0);
  meeting.does('ada', { kind: 'role.give', role: 'timekeeper', person: 'ben' });
  meeting.does('ada', { kind: 'role.give', role: 'evaluator', person: 'cleo' });
  meeting.propose('own', { itemKind: 'hot-seat', bringer: 'ben' }, 'ben');
  const [seat] = meeting.state.items.filter(({ run }) =>
    run?.phases.some(({ who }) => who === 'role-holder'),
  );
  meeting.does('ada', { kind: 'seat.give', item: seat?.id ?? '', person: 'ben' });
  meeting.clock('item.start', seat?.id ?? '');
  expect(mayTakePart(meeting.state, 'dov')).toBe(false);
  const free = { kind: 'roles.free' as const, people: ['ben'] };
  expect(meeting.house(free)).toEqual(['role.given', 'seat.given']);
  expect(meeting.house(free)).toEqual([]);
  expect(meeting.state.roles).toEqual({ evaluator: 'cleo' });
  expect(meeting.item('own').bringer).toBe('ben');
  meeting.does('ada', { kind: 'role.give', role: 'evaluator', person: null });
  expect(mayTakePart(meeting.state, 'dov')).toBe(true);
});
