// The notes on pages: readable before and without script, as words and never as markup, and carried on by a form.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { signedIn } from '#test/harness/circles.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { updateOf } from '#test/harness/notes.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import type { Visitor } from '#test/harness/visitor.ts';

let rondo: TestServer;
let room: MeetingRoom;
let ana: Visitor;
let next: string;

/** A heading, a paragraph with a mark in it, and two lists: what is begun with 5 goes on with 5. */
function someNotes(): Uint8Array {
  const doc = new Y.Doc();
  const text = new Y.XmlText('We say <script>alert(1)</script> & agree');
  text.format(0, 6, { bold: {} });
  const node = (name: string, ...parts: (Y.XmlElement | Y.XmlText)[]) => {
    const made = new Y.XmlElement(name);
    made.insert(0, parts);
    return made;
  };
  const item = node('listItem', node('paragraph', new Y.XmlText('ask *Ben*')));
  const fifth = node('orderedList', node('listItem', node('paragraph', new Y.XmlText('fifth'))));
  fifth.setAttribute('start', 5 as never);
  const blocks = [node('heading', new Y.XmlText('Risks')), node('paragraph', text), node('bulletList', item)];
  return updateOf(doc, () => doc.getXmlFragment('notes').push([...blocks, fifth]));
}

beforeAll(async () => {
  rondo = await startTestServer();
  const { house } = rondo;
  room = await aMeetingRoom(house, 2);
  const [lead = ''] = room.members;
  expect(await house.notes.write(room.meeting, lead, someNotes())).toEqual({ seq: 1 });
  ana = await signedIn(rondo, lead);
  next = randomUUID();
  const first = await house.db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', room.meeting)
    .executeTakeFirstOrThrow();
  const startsAt = room.startsAt + 14 * 86_400_000;
  await house.db
    .insertInto('meeting')
    .values({ ...first, id: next, starts_at: new Date(startsAt), status: 'planned' })
    .execute();
  await house.db.insertInto('room').values({ id: next, circle_id: room.circle, meeting_id: next }).execute();
  await ask(house, next, null, { kind: 'meeting.plan', startsAt, lengthMinutes: 60 });
  await ask(house, room.meeting, lead, { kind: 'meeting.start' });
});
afterAll(() => rondo.close());

const shown = '<h3><span>Risks</span></h3>';
const escaped = 'We say';

test('the room and the minutes show them without script, as the words they are and with their numbers', async () => {
  for (const place of ['room', 'minutes']) {
    const { status, body } = await ana.get(`/meetings/${room.meeting}/${place}`);
    expect([place, status]).toEqual([place, 200]);
    expect(body).toContain(shown);
    expect(body).toContain(`<strong>${escaped}</strong>`);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; agree');
    expect(body).toContain('ask *Ben*');
    expect(body).toContain('<ol start="5">');
    expect(body).not.toContain('<script>alert(1)');
    expect(body).not.toMatch(/<[^>]+\sstyle=/);
  }
});

test('the file has them as Markdown', async () => {
  const { body } = await ana.get(`/meetings/${room.meeting}/minutes.md`);
  expect(body).toContain(
    '## Notes\n\n### Risks\n\n**We say** \\<script\\>alert(1)\\</script\\> \\& agree\n\n- ask \\*Ben\\*\n\n5. fifth\n',
  );
});

test('a closed meeting offers to carry them on, by a form, once', async () => {
  const minutes = `/meetings/${room.meeting}/minutes`;
  const carry = { intent: 'notes.carry' };
  expect((await ana.get(minutes)).body).not.toContain('Carry these notes');
  expect((await ana.post(minutes, carry)).status).toBe(409);

  await ask(rondo.house, room.meeting, room.members[0] ?? '', { kind: 'meeting.close' });
  const { body } = await ana.get(minutes);
  expect(body).toContain('Carry these notes to the next meeting');
  for (let times = 0; times < 2; times += 1) {
    const answer = await ana.post(minutes, carry);
    expect([answer.status, answer.location]).toEqual([302, minutes]);
  }
  const after = await ana.get(minutes);
  expect(after.body).not.toContain('Carry these notes');
  expect(after.body).toContain(`href="/meetings/${next}"`);
  const { body: there } = await ana.get(`/meetings/${next}/room`);
  expect(there).toContain('Notes from Thu 26 Nov 2026');
  expect(there.split(shown)).toHaveLength(2);
  expect(there).toContain('<ol start="5">');
});

test('a page that stays open can ask whether anything is written by now', async () => {
  const { meeting, members } = await aMeetingRoom(rondo.house, 1);
  const [writer = ''] = members;
  const visitor = await signedIn(rondo, writer);
  const asked = async () => JSON.parse((await visitor.get(`/meetings/${meeting}/notes`)).body);
  expect(await asked()).toEqual({ written: false });
  await rondo.house.notes.write(meeting, writer, someNotes());
  expect(await asked()).toEqual({ written: true });
});

test('notes that cannot be read leave the pages whole', async () => {
  const broken = await aMeetingRoom(rondo.house, 1);
  const { db } = rondo.house;
  const generation = randomUUID();
  await db
    .insertInto('note_document')
    .values({ meeting_id: broken.meeting, generation, newest: 1 })
    .execute();
  const row = { meeting_id: broken.meeting, seq: 1, update: Buffer.from([1, 255]), at: new Date() };
  await db.insertInto('note_update').values(row).execute();
  const visitor = await signedIn(rondo, broken.members[0] ?? '');
  for (const place of ['room', 'minutes']) {
    const { status, body } = await visitor.get(`/meetings/${broken.meeting}/${place}`);
    expect([place, status]).toEqual([place, 200]);
    expect(body).toContain('The notes cannot be shown right now.');
  }
  const { body } = await visitor.get(`/meetings/${broken.meeting}/notes`);
  expect(JSON.parse(body)).toEqual({ written: true });
});
