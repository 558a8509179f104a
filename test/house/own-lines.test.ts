// A line of the talk with a change of one's own that waits or was refused: what its author reads there.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import { refuse } from '#app/domain/refusal.ts';
import type { Message } from '#app/domain/talk/talk.ts';
import { type CircleRoom, CircleRoomProvider } from '#app/screens/between/circle-room-context.ts';
import { ThreadList } from '#app/screens/between/thread-list.tsx';
import type { PendingLine } from '#app/screens/talk/talk-desk.ts';
import { TalkLog, type TalkLogProps } from '#app/screens/talk/talk-log.tsx';
import { nameOf } from './room-scene.ts';

const nothing = () => {};
const desk = {
  post: nothing,
  edit: nothing,
  retract: nothing,
  retry: nothing,
  discard: nothing,
  typing: nothing,
  draftKey: 'd',
};
const takenBack = 'These words were taken back.';

const line = (text: string | null, changes: Partial<Message> = {}): Message => ({
  ...{ id: 'm', version: 3, author: 'a', at: 0, thread: null, text, editedAt: null },
  ...changes,
});
const edit = { kind: 'message.edit' as const, message: 'm', text: 'a better word' };
const retract = { kind: 'message.retract' as const, message: 'm' };
const waits = (command: PendingLine['command']): PendingLine =>
  ({ id: 'c', command, at: 1, progress: 'waiting' }) as PendingLine;
const refused = (command: PendingLine['command']): PendingLine => ({
  ...waits(command),
  ...{ progress: 'refused', refusal: refuse('out-of-date') },
});

function draw(messages: Message[], pending: PendingLine[]): string {
  const props: TalkLogProps = {
    ...{ messages, marks: [], pending, me: 'a', nameOf, zone: 'UTC', mayChange: true, desk },
    ...{ hasOlder: false, onOlder: nothing, empty: '', firstNew: null, onSeen: nothing },
  };
  return renderToStaticMarkup(createElement(StaticRouter, { location: '/' }, createElement(TalkLog, props)));
}

test('K2 an edit that was refused because its line was taken back elsewhere is kept under it', () => {
  const page = draw([line(null)], [refused(edit)]);
  expect(page).toContain(takenBack);
  expect(page).toContain('a better word');
  expect(page).toContain('Put away');
});

test('a retraction that waits says so, and that the others see the line', () => {
  const page = draw([line('a word')], [waits(retract)]);
  expect(page).toContain('You take these words back. The others still see them.');
  expect(page).toContain('not sent yet');
  expect(page).not.toContain(takenBack);
});

test('K8 of a retraction of hidden words it says nothing about the others', () => {
  const page = draw([line(null, { hidden: true, sealed: 'a word' })], [waits(retract)]);
  expect(page).toContain('You take these words back.');
  expect(page).not.toContain('The others');
});

test('a refused edit of a line that is not drawn yet stands behind the talk', () => {
  const many = Array.from({ length: 150 }, (_, at) => line('later', { id: `n${at}`, version: at + 4 }));
  const page = draw([line('a word'), ...many], [refused(edit)]);
  expect(page).not.toContain('>a word<');
  expect(page).toContain('a better word');
});

function drawCircle(messages: Message[], pending: PendingLine[], shown = messages): string {
  const room = {
    ...{ state: { room: 'r', me: 'a', meeting: { messages }, typing: [] }, store: {}, desk, pending, nameOf },
    ...{ circle: { id: 'c', name: 'Circle' }, reader: { zone: 'UTC', now: 0 } },
    ...{ mark: { version: 99, at: 0, joinedAt: 0 }, form: { commandId: '', message: '' } },
  } as unknown as CircleRoom;
  const read =
    shown === messages
      ? null
      : { kind: 'older' as const, threads: shown.map(({ id }) => id), lines: shown, left: {}, isMore: false };
  const list = createElement(CircleRoomProvider, { value: room }, createElement(ThreadList, { read }));
  return renderToStaticMarkup(createElement(StaticRouter, { location: '/' }, list));
}

test('in the circle’s room a refused edit is kept under its line, once', () => {
  const page = drawCircle([line(null)], [refused(edit)]);
  expect(page.split('a better word')).toHaveLength(2);
});

test('in the circle’s room a refused edit of a line on another page is kept all the same', () => {
  const page = drawCircle([line('a word')], [refused(edit)], [line('long ago', { id: 'o', version: 1 })]);
  expect(page).toContain('a better word');
});

test('in the circle’s room an edit that waits for a line on another page draws no empty box', () => {
  const page = drawCircle([line('a word')], [waits(edit)], [line('long ago', { id: 'o', version: 1 })]);
  expect(page).not.toContain('border-dashed');
});

test('in the circle’s room an old answer whose edit was refused is not folded away', () => {
  const answers = Array.from({ length: 9 }, (_, at) =>
    line('an answer', { id: at === 0 ? 'm' : `n${at}`, version: at + 4, thread: 't' }),
  );
  const page = drawCircle([line('begun', { id: 't' }), ...answers], [refused(edit)]);
  expect(page).not.toContain('earlier answer');
  expect(page).toContain('a better word');
});
