// One's own words on their way, or refused, have a place in every part of the room that they are about.
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { AgendaPanel } from '#app/screens/room/agenda-panel.tsx';
import { ClosedRoom } from '#app/screens/room/closed-room.tsx';
import { OutcomePanel } from '#app/screens/room/outcome-panel.tsx';
import { TalkPanel } from '#app/screens/room/talk-panel.tsx';
import { WaitingRoom } from '#app/screens/room/waiting-room.tsx';
import { drawRoom, refused, waits } from './draw-room.ts';

const post = { kind: 'message.post' as const, message: 'm', text: 'among us' };
const topic = {
  ...{ kind: 'item.propose' as const, item: 'i', title: 'Vendor risk', help: 'How do others look at it?' },
  ...{ bringer: 'a', itemKind: 'topic' as const, minutes: 5 },
};
const Agenda = () => createElement(AgendaPanel, { className: '' });
const Talk = () => createElement(TalkPanel, { className: '' });
const Outcome = () => createElement(OutcomePanel, { className: '' });
const decision = { id: 'd', text: 'We meet on Mondays', by: 'a', at: 0, item: null };
const promise = { ...decision, id: 'x', text: 'Old words', owner: 'a', due: null, doneAt: null };
const edit = { kind: 'action.edit' as const, action: 'x', text: 'New words', owner: 'b', due: '2027-01-04' };
const complete = { kind: 'action.complete' as const, action: 'x' };
const reopen = { kind: 'action.reopen' as const, action: 'x' };
const tomorrow = { status: 'planned' as const, startsAt: Date.now() + 86_400_000 };

test('P9 a topic made of a line says in the agenda that it waits', () => {
  const page = drawRoom([Agenda, Outcome], { pending: [waits(topic)] });
  expect(page.split('Vendor risk')).toHaveLength(2);
  expect(page).toContain('not sent yet');
});

test('P9 a topic that was refused is kept in the agenda, with all that was typed and why', () => {
  const page = drawRoom([Agenda, Outcome], { pending: [refused(topic, 'limit-reached')] });
  expect(page).toContain('That is as many as fit here.');
  expect(page).toContain('Vendor risk\n\nHow do others look at it?');
  expect(page).toContain('Try again');
});

const topicKept = 'A topic was not accepted. See Agenda.';
const outcomeKept = 'Something was not accepted. See Decided.';
const noted = { kind: 'decision.record' as const, decision: 'd', text: 'We meet on Mondays' };

test.each([
  ['a topic that was refused', refused(topic, 'limit-reached'), [topicKept]],
  ['a decision that was refused', refused(noted, 'limit-reached'), [outcomeKept]],
  ['a topic that waits', waits(topic), []],
  ['a line that was refused, which has its place there', refused(post, 'broken'), []],
])('P9 where only the talk is to be seen, it says where to find %s', (_, one, told) => {
  const page = drawRoom([Talk], { pending: [one] });
  const lines = [topicKept, outcomeKept].filter((line) => page.includes(line));
  expect(lines).toEqual(told);
});

test('P9 the talk says once where things are kept, however many there are', () => {
  const pending = [topic, noted, topic, noted].map((command) => refused(command, 'limit-reached'));
  const page = drawRoom([Talk], { pending });
  expect(page.split(topicKept)).toHaveLength(2);
  expect(page.split(outcomeKept)).toHaveLength(2);
  expect(page).not.toContain('Vendor risk');
});

test('the agenda claims nothing that has its place elsewhere', () => {
  expect(drawRoom([Agenda], { pending: [waits(post), refused(post, 'too-early')] })).not.toContain(
    'among us',
  );
});

test('P9 what was refused because the meeting was moved is kept where one waits for it', () => {
  const page = drawRoom([WaitingRoom], { pending: [refused(post, 'too-early')], meeting: tomorrow });
  expect(page).toContain('among us');
  expect(page).toContain('Put away');
});

test.each([
  ['waiting', WaitingRoom, tomorrow],
  ['closed', ClosedRoom, { status: 'closed' as const }],
])('P9 every word of one’s own that nobody has seen is on the page of the %s room', (_, part, meeting) => {
  const page = drawRoom([part], { pending: [waits(post), waits(topic)], meeting });
  expect(page).toContain('What you wrote and nobody has seen yet');
  expect(page).toContain('among us');
  expect(page).toContain('Vendor risk');
  expect(drawRoom([part], { pending: [], meeting })).not.toContain('nobody has seen yet');
});

test('P11 a closed room is covered, and says so, when its reader is signed out', () => {
  const scene = { pending: [waits(post)], meeting: { status: 'closed' as const } };
  const covered = drawRoom([ClosedRoom], { ...scene, connection: 'signed-out' });
  const [seen = '', hidden = ''] = covered.split(' hidden=""');
  expect(seen).toContain('You are not signed in here any more.');
  expect(seen).not.toContain('among us');
  expect(hidden).toContain('among us');
  expect(drawRoom([ClosedRoom], scene)).not.toContain(' hidden=""');
});

test('P11 words that can go out no more do not say that they will', () => {
  const { refusal: _, ...kept } = refused(post, 'not-found');
  const closed = { pending: [kept], meeting: { status: 'closed' as const }, connection: 'cut' as const };
  const page = drawRoom([ClosedRoom], closed);
  expect(page).toContain('This does not go out any more. We keep it here for you.');
  expect(page).toContain('among us');
  expect(page).toContain('This room is not open to you any more.');
  expect(page).not.toContain('by itself');
});

const withdraw = { kind: 'decision.withdraw' as const, decision: 'd' };
const drop = { kind: 'action.drop' as const, action: 'x' };
const outcome = { decisions: [decision], actions: [promise] };

test.each([
  ['decision', 'We meet on Mondays', withdraw, 'Taking a decision off the list', 'Take this decision off'],
  ['action item', 'Old words', drop, 'Taking an action item off the list', 'Change: Old words'],
])(
  'P9 the %s that one takes off the list stands there, and says so, until it is gone',
  (_, text, command, words, button) => {
    const [before, page, later, kept] = [
      [],
      [waits(command)],
      [{ ...waits(command), progress: 'sending' as const }],
      [refused(command, 'not-yours')],
    ].map((pending) => drawRoom([Outcome], { pending, meeting: outcome })) as [
      string,
      string,
      string,
      string,
    ];
    expect(before).toContain(button);
    expect(before).not.toContain(words);
    expect(page).toContain(text);
    expect(page).toMatch(new RegExp(`${words}.*not sent yet, goes out by itself`));
    expect(later).toMatch(new RegExp(`${words}.*sending`));
    for (const one of [page, later]) expect(one).not.toContain(button);
    expect(kept).toContain('This was not accepted');
    expect(kept).toContain(text);
    expect(kept).toContain(button);
    expect(kept).not.toContain('not sent yet');
  },
);

test('P9 an action item that was changed and then taken off the list says the later of the two', () => {
  const page = drawRoom([Outcome], { pending: [waits(edit), waits(drop)], meeting: outcome });
  expect(page).toContain('New words');
  expect(page.split('not sent yet')).toHaveLength(2);
  expect(page).toContain('disabled=""');
});

test('an action item that was changed offline has its new words, and says that they wait', () => {
  const meeting = { actions: [promise] };
  const page = drawRoom([Outcome], { pending: [waits(edit)], meeting });
  expect(page).toContain('New words');
  expect(page).not.toContain('Old words');
  expect(page).toContain('Ben');
  expect(page).toContain('2027-01-04');
  expect(page).toContain('not sent yet');
  expect(drawRoom([Outcome], { pending: [], meeting })).not.toContain('not sent yet');
});

test.each([
  ['ticked', [complete, edit], true],
  ['ticked after it', [edit, complete], true],
  ['ticked and opened again', [complete, reopen, edit], false],
])('an action item that was %s and changed offline shows both', (_, commands, isTicked) => {
  const page = drawRoom([Outcome], { pending: commands.map(waits), meeting: { actions: [promise] } });
  expect(page.includes('checked=""')).toBe(isTicked);
  expect(page).toContain('New words');
});

test('an action item whose change was refused is as it was, and the change is kept', () => {
  const pending = [refused(edit, 'not-yours'), refused(complete, 'not-yours')];
  const page = drawRoom([Outcome], { pending, meeting: { actions: [promise] } });
  expect(page).toContain('Old words');
  expect(page).toContain('New words');
  expect(page).not.toContain('checked=""');
});
