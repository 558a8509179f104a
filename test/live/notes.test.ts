import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import type { NoteAwareNews, NoteFrame } from '#app/domain/notes/wire.ts';
import { openUnsent, wordsIn } from '#app/screens/notes/unsent.ts';
import { readNotePieces } from '#db/note.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { aStorage, aWriter, type Writer } from '#test/harness/note-writers.ts';
import { addParagraph, bytesOf, wordsOf } from '#test/harness/notes.ts';
import { unlimited } from '#test/harness/unlimited.ts';

let server: LiveServer;
let room: MeetingRoom;
const writers: Writer[] = [];

beforeAll(async () => {
  server = await startLiveServer({ figures: unlimited });
});
afterAll(() => server.close());
beforeEach(async () => {
  room = await aMeetingRoom(server.house(), 4);
});
afterEach(() => {
  for (const writer of writers.splice(0)) writer.close();
});

async function writer(index = 0, storage = aStorage()): Promise<Writer> {
  const one = await aWriter(server, room.members[index] ?? '', room.meeting, storage);
  writers.push(one);
  await until(() => expect(one.link.get().standing).toBe('saved'));
  return one;
}
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000 });
const lineOf = async (index: number): Promise<Line> =>
  openLine(server.origin, { cookie: (await server.signIn(room.members[index] ?? '')).cookie });
const stored = () => readNotePieces(server.house().db, room.meeting, 0);
const say = ({ link }: Writer, words: string) => addParagraph(link.doc, words);
const said = ({ link }: Writer) => wordsOf(link.doc);
const standing = ({ link }: Writer) => link.get().standing;

const documentRow = (meeting: string) => ({
  meeting_id: meeting,
  generation: crypto.randomUUID(),
  newest: 1,
});
const updateRow = (meeting: string, update: Buffer) => ({
  meeting_id: meeting,
  seq: 1,
  update,
  at: new Date(),
});

async function storedDocument(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  for (const { bytes } of await stored()) Y.applyUpdate(doc, bytes);
  return doc;
}

describe('P30 P31 writing together', () => {
  test('what one writes the others have, and it says saved when it is stored', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    say(ana, 'from Ana');
    expect(standing(ana)).toBe('saving');
    await until(() => expect(said(ben)).toEqual(['from Ana']));
    await until(() => expect(standing(ana)).toBe('saved'));
    expect(bytesOf(await storedDocument())).toBe(bytesOf(ben.link.doc));
    expect(ana.storage.pieces.size).toBe(0);
  });

  test('P37 a line that is made on a page has its text for everybody', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    ana.link.doc.getXmlFragment(NOTE_ROOT).push([new Y.XmlElement('paragraph')]);
    await until(() =>
      expect(ben.link.doc.getXmlFragment(NOTE_ROOT).toString()).toBe('<paragraph></paragraph>'),
    );
    const [line] = ben.link.doc.getXmlFragment(NOTE_ROOT).toArray();
    expect((line as Y.XmlElement).toArray()).toEqual([expect.any(Y.XmlText)]);
  });

  test('a frame that was lost is noticed with the next one', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    const [listener] = ben.socket.listeners('notes.frame');
    ben.socket.off('notes.frame');
    say(ana, 'lost');
    await until(() => expect(standing(ana)).toBe('saved'));
    ben.socket.on('notes.frame', listener as (frame: NoteFrame) => void);
    say(ana, 'heard');
    await until(() => expect(said(ben)).toEqual(['lost', 'heard']));
  });

  test('more than one message holds goes in pieces, and arrives as one', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    say(ana, 'x'.repeat(150_000));
    await until(() => expect(said(ben)[0]?.length).toBe(150_000));
    expect(ana.socket.connected).toBe(true);
    expect(await stored()).toHaveLength(1);
  });
});

describe('P35 nothing that was written is lost', () => {
  test('what is written without a network is kept on the device, and goes when it is back', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    ana.socket.disconnect();
    say(ana, 'offline');
    say(ana, 'still offline');
    say(ben, 'meanwhile');
    expect(standing(ana)).toBe('kept');
    await until(() => expect(ana.storage.pieces.size).toBe(1));
    ana.plugIn();
    await until(() => expect(said(ben).sort()).toEqual(['meanwhile', 'offline', 'still offline']));
    await until(() => expect(standing(ana)).toBe('saved'));
    expect(bytesOf(ana.link.doc)).toBe(bytesOf(ben.link.doc));
    expect(ana.storage.pieces.size).toBe(0);
  });

  test('a page that is closed before it is back hands it to the next one', async () => {
    const storage = aStorage();
    const ana = await writer(0, storage);
    say(ana, 'stored');
    await until(() => expect(standing(ana)).toBe('saved'));
    ana.socket.disconnect();
    say(ana, 'not sent');
    ana.close();
    const next = await writer(0, storage);
    expect(said(next)).toEqual(['stored', 'not sent']);
    await until(async () => expect(wordsOf(await storedDocument())).toEqual(['stored', 'not sent']));
    expect(storage.pieces.size).toBe(0);
  });

  test('P35 what one tab adds while another sends what it found stays where it was kept', async () => {
    const storage = aStorage();
    const [me = ''] = room.members;
    const owner = { room: room.meeting, me, outbox: storage, mayStore: () => true };
    const [one, other] = [openUnsent(owner), openUnsent(owner)];
    const doc = new Y.Doc();
    const generation = crypto.randomUUID();
    one.add(generation, addParagraph(doc, 'found'));
    await until(() => expect(storage.pieces.size).toBe(1));
    await other.restore(generation);
    expect(other.take()).not.toBeNull();
    one.add(generation, addParagraph(doc, ' and more'));
    await until(() => expect(wordsIn([...storage.pieces.values()])).toBe('found and more'));
    other.arrived();
    await new Promise((resume) => setImmediate(resume));
    expect(wordsIn(await storage.list(me, room.meeting))).toContain('and more');
  });

  test('what belongs to another document is never merged, only handed out', async () => {
    const storage = aStorage();
    const update = addParagraph(new Y.Doc(), 'of old');
    const [person = ''] = room.members;
    const piece = { id: 'a', room: room.meeting, person, generation: crypto.randomUUID(), update, at: 1 };
    await storage.put(piece);
    const ana = await writer(0, storage);
    expect(said(ana)).toEqual([]);
    expect(ana.link.get().stray).toBe('of old');
    expect(await stored()).toEqual([]);
    await ana.link.forget();
    expect([storage.pieces.size, ana.link.get().stray]).toEqual([0, '']);
  });

  test('a document that was replaced while it was open is not written into any more', async () => {
    const ana = await writer(0);
    say(ana, 'old words');
    await until(() => expect(standing(ana)).toBe('saved'));
    await server.house().db.deleteFrom('note_document').where('meeting_id', '=', room.meeting).execute();
    ana.socket.disconnect();
    ana.plugIn();
    await until(() => expect(standing(ana)).toBe('renewed'));
    say(ana, 'more');
    const ben = await writer(1);
    expect(said(ben)).toEqual([]);
  });

  test('notes that cannot be read are no empty notes: nothing can be written until they are there', async () => {
    const { db, notes } = server.house();
    const update = addParagraph(new Y.Doc(), 'good');
    await db.insertInto('note_document').values(documentRow(room.meeting)).execute();
    await db
      .insertInto('note_update')
      .values(updateRow(room.meeting, Buffer.from([1, 255, 255])))
      .execute();
    const one = await aWriter(server, room.members[0] ?? '', room.meeting);
    writers.push(one);
    expect(
      await one.socket.emitWithAck('notes.open', { room: room.meeting, vector: new Uint8Array() }),
    ).toMatchObject({
      refused: 'broken',
    });
    expect(await notes.write(room.meeting, room.members[0] ?? '', update)).toMatchObject({ refused: 'busy' });
    expect(standing(one)).toBe('opening');

    await db
      .updateTable('note_update')
      .set({ update: Buffer.from(update) })
      .execute();
    await until(() => expect(said(one)).toEqual(['good']));
    expect(await stored()).toHaveLength(1);
  });

  test('after the meeting is closed it is said, and the words stay', async () => {
    const ana = await writer(0);
    ana.socket.disconnect();
    say(ana, 'too late');
    await ask(server.house(), room.meeting, room.members[0] ?? '', { kind: 'meeting.start' });
    await ask(server.house(), room.meeting, room.members[0] ?? '', { kind: 'meeting.close' });
    ana.plugIn();
    await until(() => expect(ana.link.get().refusal).toMatchObject({ refused: 'meeting-closed' }));
    expect(said(ana)).toEqual(['too late']);
    await until(() => expect(ana.storage.pieces.size).toBe(1));
    expect(await stored()).toEqual([]);
  });

  test('full notes say so, and fit again when something is taken out', async () => {
    const ana = await writer(0);
    for (let count = 0; count < 5; count += 1) {
      say(ana, 'x'.repeat(200_000));
      await until(() => expect(standing(ana)).toBe('saved'));
    }
    say(ana, 'y'.repeat(200_000));
    await until(() => expect(ana.link.get().refusal).toMatchObject({ refused: 'too-large' }));
    ana.link.doc.getXmlFragment('notes').delete(0, 1);
    await until(() => expect(standing(ana)).toBe('saved'));
    expect(bytesOf(await storedDocument())).toBe(bytesOf(ana.link.doc));
  });
});

describe('P33 P11 who is cut', () => {
  test('loses the notes at once, and what is under way', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    const heard: NoteFrame[] = [];
    ben.socket.on('notes.frame', (frame) => heard.push(frame));
    const [owner = '', personId = ''] = room.members;
    await removeMember(server.house(), owner, { circleId: room.circle, personId });
    say(ana, 'among us');
    say(ben, 'let me');
    await until(() => expect(standing(ana)).toBe('saved'));
    expect(heard).toEqual([]);
    expect(
      await ben.socket.emitWithAck('notes.open', { room: room.meeting, vector: new Uint8Array() }),
    ).toMatchObject({
      refused: 'not-found',
    });
    expect(wordsOf(await storedDocument())).toEqual(['among us']);
  });

  test('who is cut while the notes are read gets nothing', async () => {
    const line = await lineOf(1);
    await line.enter(room.meeting, { seat: false });
    const opening = line.socket.emitWithAck('notes.open', { room: room.meeting, vector: new Uint8Array() });
    server.house().cut({ person: room.members[1] ?? '', circle: room.circle });
    expect([await opening, line.cuts.length]).toEqual([expect.objectContaining({ refused: 'not-found' }), 1]);
    line.close();
  });

  test('who has left the notes hears no more of them', async () => {
    const ana = await writer(0);
    const line = await lineOf(1);
    await line.enter(room.meeting);
    const heard: NoteFrame[] = [];
    line.socket.on('notes.frame', (frame) => heard.push(frame));
    expect(await line.send('notes.close', { room: room.meeting })).toEqual({ left: true });
    await line.socket.emitWithAck('notes.open', { room: room.meeting, vector: new Uint8Array() });
    say(ana, 'one');
    await until(() => expect(heard).toHaveLength(1));
    await line.send('notes.close', { room: room.meeting });
    say(ana, 'two');
    await until(() => expect(standing(ana)).toBe('saved'));
    await line.send('clock', {});
    expect(heard).toHaveLength(1);
    line.close();
  });

  test('a room that is no meeting has no notes', async () => {
    const line = await lineOf(0);
    await server
      .house()
      .db.insertInto('room')
      .values({ id: room.circle, circle_id: room.circle, meeting_id: null })
      .execute();
    expect(await server.house().notes.open(room.circle, new Uint8Array())).toMatchObject({
      refused: 'not-found',
    });
    line.close();
  });
});

describe('P34 at the door', () => {
  test.each([
    ['a piece of more than its size', { piece: 0, pieces: 1, update: new Uint8Array(48 * 1024 + 1) }],
    ['no bytes', { piece: 0, pieces: 1, update: 'words' }],
    ['more pieces than there may be', { piece: 0, pieces: 23, update: new Uint8Array(1) }],
    ['a piece out of turn', { piece: 1, pieces: 2, update: new Uint8Array(1) }],
    ['a key too many', { piece: 0, pieces: 1, update: new Uint8Array(1), author: 'x' }],
  ])('%s is refused', async (_what, request) => {
    const line = await lineOf(0);
    await line.enter(room.meeting);
    await line.socket.emitWithAck('notes.open', { room: room.meeting, vector: new Uint8Array() });
    expect(await line.send('notes.update', { room: room.meeting, ...request })).toMatchObject({
      refused: 'bad-input',
    });
    line.close();
  });
});

test('P36 a cursor is told to the others by the name the server knows, and gone when its tab goes', async () => {
  const [ana, ben] = [await lineOf(0), await lineOf(1)];
  const heard: NoteAwareNews[] = [];
  for (const line of [ana, ben]) {
    await line.enter(room.meeting);
    await line.socket.emitWithAck('notes.open', { room: room.meeting, vector: new Uint8Array() });
    line.socket.on('notes.aware', (news) => heard.push(news));
  }
  const place = { tname: 'notes', assoc: 0 };
  const cursor = { anchor: place, head: place };
  await until(async () => {
    await ana.send('notes.aware', { room: room.meeting, client: 7, cursor });
    expect(heard[0]).toEqual({ room: room.meeting, person: room.members[0], client: 7, cursor });
  });
  expect(await ana.send('notes.aware', { room: room.meeting, client: 7, cursor, person: 'x' })).toMatchObject(
    {
      refused: 'bad-input',
    },
  );
  ana.close();
  await until(() => expect(heard.at(-1)).toMatchObject({ client: 7, cursor: null }));
  ben.close();
});
