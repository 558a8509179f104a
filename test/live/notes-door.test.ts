// What the door of the notes lets through: pieces in their turn, and cursors under the name it knows.
import { describe, expect, test } from 'vitest';
import type { NoteAwareNews } from '#app/domain/notes/wire.ts';
import { openNoteGround } from '#test/harness/note-ground.ts';
import { until } from '#test/harness/until.ts';

const ground = openNoteGround();
const { lineOf } = ground;

describe('P34 at the door', () => {
  test.each([
    ['a piece of more than its size', { piece: 0, pieces: 1, update: new Uint8Array(48 * 1024 + 1) }],
    ['no bytes', { piece: 0, pieces: 1, update: 'words' }],
    ['more pieces than there may be', { piece: 0, pieces: 23, update: new Uint8Array(1) }],
    ['a piece out of turn', { piece: 1, pieces: 2, update: new Uint8Array(1) }],
    ['a key too many', { piece: 0, pieces: 1, update: new Uint8Array(1), author: 'x' }],
  ])('%s is refused', async (_what, request) => {
    const line = await lineOf(0);
    await line.enter(ground.room.meeting);
    await line.socket.emitWithAck('notes.open', { room: ground.room.meeting, vector: new Uint8Array() });
    expect(await line.send('notes.update', { room: ground.room.meeting, ...request })).toMatchObject({
      refused: 'bad-input',
    });
    line.close();
  });
});

test('P36 a cursor is told to the others by the name the server knows, and gone when its tab goes', async () => {
  const [ana, ben] = [await lineOf(0), await lineOf(1)];
  const heard: NoteAwareNews[] = [];
  for (const line of [ana, ben]) {
    await line.enter(ground.room.meeting);
    await line.socket.emitWithAck('notes.open', { room: ground.room.meeting, vector: new Uint8Array() });
    line.socket.on('notes.aware', (news) => heard.push(news));
  }
  const place = { tname: 'notes', assoc: 0 };
  const cursor = { anchor: place, head: place };
  await until(async () => {
    await ana.send('notes.aware', { room: ground.room.meeting, client: 7, cursor });
    expect(heard[0]).toEqual({
      room: ground.room.meeting,
      person: ground.room.members[0],
      client: 7,
      cursor,
    });
  });
  const moves = { room: ground.room.meeting, client: 7, cursor };
  // A place that is nowhere makes Yjs throw within the others' editors; another root would be made in their documents.
  const strange = [{}, { tname: null }, { tname: 'elsewhere' }].map((anchor) => ({
    cursor: { ...cursor, anchor },
  }));
  for (const more of [{ person: 'x' }, ...strange])
    expect(await ana.send('notes.aware', { ...moves, ...more })).toMatchObject({ refused: 'bad-input' });
  ana.close();
  await until(() => expect(heard.at(-1)).toMatchObject({ client: 7, cursor: null }));
  ben.close();
});
