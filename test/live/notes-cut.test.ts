// Notes end for whoever is cut, and for whoever leaves them.
import { describe, expect, test } from 'vitest';
import type { NoteFrame } from '#app/domain/notes/wire.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { openNoteGround, say, standing } from '#test/harness/note-ground.ts';
import { wordsOf } from '#test/harness/notes.ts';
import { until } from '#test/harness/until.ts';

const ground = openNoteGround();
const { writer, lineOf, storedDocument } = ground;

describe('P33 P11 who is cut', () => {
  test('loses the notes at once, and what is under way', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    const heard: NoteFrame[] = [];
    ben.socket.on('notes.frame', (frame) => heard.push(frame));
    const [owner = '', personId = ''] = ground.room.members;
    await removeMember(ground.server.house(), owner, { circleId: ground.room.circle, personId });
    say(ana, 'among us');
    say(ben, 'let me');
    await until(() => expect(standing(ana)).toBe('saved'));
    expect(heard).toEqual([]);
    expect(
      await ben.socket.emitWithAck('notes.open', { room: ground.room.meeting, vector: new Uint8Array() }),
    ).toMatchObject({
      refused: 'not-found',
    });
    expect(wordsOf(await storedDocument())).toEqual(['among us']);
  });

  test('who is cut while the notes are read gets nothing', async () => {
    const line = await lineOf(1);
    await line.enter(ground.room.meeting, { seat: false });
    const opening = line.socket.emitWithAck('notes.open', {
      room: ground.room.meeting,
      vector: new Uint8Array(),
    });
    ground.server.house().cut({ person: ground.room.members[1] ?? '', circle: ground.room.circle });
    expect([await opening, line.cuts.length]).toEqual([expect.objectContaining({ refused: 'not-found' }), 1]);
    line.close();
  });

  test('who has left the notes hears no more of them', async () => {
    const ana = await writer(0);
    const line = await lineOf(1);
    await line.enter(ground.room.meeting);
    const heard: NoteFrame[] = [];
    line.socket.on('notes.frame', (frame) => heard.push(frame));
    expect(await line.send('notes.close', { room: ground.room.meeting })).toEqual({ left: true });
    await line.socket.emitWithAck('notes.open', { room: ground.room.meeting, vector: new Uint8Array() });
    say(ana, 'one');
    await until(() => expect(heard).toHaveLength(1));
    await line.send('notes.close', { room: ground.room.meeting });
    say(ana, 'two');
    await until(() => expect(standing(ana)).toBe('saved'));
    await line.send('clock', {});
    expect(heard).toHaveLength(1);
    line.close();
  });

  test('a room that is no meeting has no notes', async () => {
    const line = await lineOf(0);
    await ground.server
      .house()
      .db.insertInto('room')
      .values({ id: ground.room.circle, circle_id: ground.room.circle, meeting_id: null })
      .execute();
    expect(await ground.server.house().notes.open(ground.room.circle, new Uint8Array())).toMatchObject({
      refused: 'not-found',
    });
    line.close();
  });
});
