// The room as a page: whole before script, for members alone, at every time of a meeting's life.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEAD_GRACE } from '#app/domain/meeting/baton.ts';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { readEvents } from '#db/room-log.ts';
import { granted, signedIn } from '#test/harness/circles.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import type { Visitor } from '#test/harness/visitor.ts';

let rondo: TestServer;
let room: MeetingRoom;
let ana: Visitor;
let page: string;

const post = (text: string, message = randomUUID()): MemberCommand => ({
  kind: 'message.post',
  message,
  text,
});
const log = (id = room.meeting) => readEvents(rondo.house.db, id, 0, 10_000);
const roomOf = (id: string) => `/meetings/${id}/room`;

beforeAll(async () => {
  rondo = await startTestServer();
  const { house } = rondo;
  room = await aMeetingRoom(house, 3);
  const [lead = '', ben = ''] = room.members;
  for (const person of [lead, ben])
    await ask(house, room.meeting, null, { kind: 'attendance.arrive', person });
  const item = randomUUID();
  const draft = { title: 'Vendor <risk>', itemKind: 'hot-seat', minutes: 20, help: 'A second look' } as const;
  await ask(house, room.meeting, ben, { kind: 'item.propose', item, ...draft, bringer: ben });
  await ask(house, room.meeting, ben, { kind: 'vote.cast', item, dots: 2 });
  await ask(house, room.meeting, lead, { kind: 'item.start', item, rev: 0 });
  await ask(house, room.meeting, ben, post('**bold** & <b>not</b> https://example.org'));
  const promise = { action: randomUUID(), text: 'Send the mail', owner: ben, due: '2026-12-03' };
  await ask(house, room.meeting, lead, { kind: 'action.add', ...promise });
  await ask(house, room.meeting, lead, { kind: 'decision.record', decision: randomUUID(), text: 'We go' });
  await ask(house, room.meeting, ben, { kind: 'hand.raise' });
  ana = await signedIn(rondo, lead);
  page = (await ana.get(roomOf(room.meeting))).body;
});
afterAll(() => rondo.close());

describe('without script', () => {
  test('the whole room is readable: item, time, talk, queue, decisions, action items, people', () => {
    for (const words of [
      'Vendor &lt;risk&gt;',
      '20:00',
      '20 minutes left',
      '<strong>bold</strong> &amp; &lt;b&gt;not&lt;/b&gt;',
      'A second look',
      'first time in this item, raised just now',
      'We go',
      'Send the mail',
      'Thu 3 Dec',
      'Person 2: here, in the middle, hand up, number 1',
      'Person 1 (you): here, leads',
    ])
      expect(page).toContain(words);
  });

  test('carries no inline style and no inline handler', () => {
    expect(page).not.toMatch(/<[^>]+\sstyle=/);
    expect(page).not.toMatch(/<[^>]+\son[a-z]+=/);
  });

  test('is kept nowhere', async () => {
    const { headers } = await ana.get(roomOf(room.meeting));
    expect(headers.get('cache-control')).toContain('no-store');
  });

  test('a line is sent by a form, once however often, and shows in the room', async () => {
    const words = { commandId: randomUUID(), message: randomUUID(), text: 'said by a form' };
    for (let count = 0; count < 2; count += 1) {
      const answer = await ana.post(roomOf(room.meeting), words);
      expect(answer).toMatchObject({ status: 303, location: roomOf(room.meeting) });
    }
    const said = (await log()).filter(
      (event) => event.kind === 'message.posted' && event.text === words.text,
    );
    expect(said).toHaveLength(1);
    expect((await ana.get(roomOf(room.meeting))).body).toContain('said by a form');
  });

  test('a line that cannot be taken comes back with what was typed', async () => {
    const before = (await log()).length;
    const empty = await ana.post(roomOf(room.meeting), {
      commandId: randomUUID(),
      message: randomUUID(),
      text: ' ',
    });
    expect(empty).toMatchObject({ status: 400 });
    expect(empty.body).toContain('Please fill this in.');
    const long = 'y'.repeat(8_001);
    const answer = await ana.post(roomOf(room.meeting), {
      commandId: randomUUID(),
      message: randomUUID(),
      text: long,
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(long);
    expect((await log()).length).toBe(before);
  });
});

describe('before and after', () => {
  test('a room that is not open yet says when it opens, and shows nobody’s words', async () => {
    const early = await aMeetingRoom(rondo.house, 2, rondo.house.now() + 38 * 60_000);
    const visitor = await signedIn(rondo, early.members[0] ?? '');
    const { status, body } = await visitor.get(roomOf(early.meeting));
    expect(status).toBe(200);
    expect(body).toContain('The room opens');
    expect(body).toContain('in 23 minutes');
    expect(body).toContain(`href="/meetings/${early.meeting}/agenda"`);
    expect(body).not.toContain('id="composer"');
  });

  test('while it is shut it leads to the minutes as soon as something stands there', async () => {
    const { house } = rondo;
    const moved = await aMeetingRoom(house, 1);
    const [lead = ''] = moved.members;
    const visitor = await signedIn(rondo, lead);
    const minutes = `href="/meetings/${moved.meeting}/minutes"`;
    const move = async (startsAt: number) =>
      granted(
        await ask(house, moved.meeting, null, { kind: 'meeting.reschedule', startsAt, lengthMinutes: 60 }),
      );
    const shut = async () => {
      await move(house.now() + 86_400_000);
      const { body } = await visitor.get(roomOf(moved.meeting));
      expect(body).toContain('The room opens');
      return body;
    };
    expect(await shut()).not.toContain(minutes);
    await move(house.now());
    granted(await ask(house, moved.meeting, lead, post('Let us meet tomorrow')));
    expect(await shut()).toContain(minutes);
  });

  test('a line that comes when the room is shut comes back with the reason', async () => {
    const { house } = rondo;
    const [done, early] = [
      await aMeetingRoom(house, 1),
      await aMeetingRoom(house, 1, house.now() + 86_400_000),
    ];
    await ask(house, done.meeting, done.members[0] ?? '', { kind: 'meeting.start' });
    await ask(house, done.meeting, done.members[0] ?? '', { kind: 'meeting.close' });
    for (const { meeting, members } of [done, early]) {
      const visitor = await signedIn(rondo, members[0] ?? '');
      const words = { commandId: randomUUID(), message: randomUUID(), text: 'my last thought' };
      const { status, body } = await visitor.post(roomOf(meeting), words);
      expect(status).toBe(409);
      expect(body.slice(body.indexOf('<main'), body.indexOf('</main>'))).toContain('my last thought');
    }
  });

  test('a meeting that is closed or was called off leads to its minutes', async () => {
    const done = await aMeetingRoom(rondo.house, 2);
    const [lead = ''] = done.members;
    await ask(rondo.house, done.meeting, null, { kind: 'attendance.arrive', person: lead });
    await ask(rondo.house, done.meeting, lead, { kind: 'meeting.start' });
    await ask(rondo.house, done.meeting, lead, { kind: 'meeting.close' });
    const off = await aMeetingRoom(rondo.house, 1);
    await ask(rondo.house, off.meeting, null, { kind: 'meeting.skip', because: 'decided' });
    for (const { meeting, members } of [done, off]) {
      const { body } = await (await signedIn(rondo, members[0] ?? '')).get(roomOf(meeting));
      expect(body).toContain(meeting === done.meeting ? 'The meeting is closed' : 'was called off');
      expect(body).toContain(`href="/meetings/${meeting}/minutes"`);
      expect(body).not.toContain('id="composer"');
    }
  });

  test('L2 everybody sees that the lead is missing, and until when', async () => {
    const waiting = await aMeetingRoom(rondo.house, 2, rondo.house.now() - 5_000);
    const next = await signedIn(rondo, waiting.members[1] ?? '');
    await arrives(waiting, 1);
    const { body } = await next.get(roomOf(waiting.meeting));
    expect(body).toContain('Person 1 leads today and is not here yet. Somebody else is asked to lead in');
    expect(body).not.toContain('Take the lead');
  });

  test('L3 after the grace the next in line is asked, and everybody sees it', async () => {
    const waiting = await aMeetingRoom(rondo.house, 3, rondo.house.now() - LEAD_GRACE);
    for (const index of [1, 2]) await arrives(waiting, index);
    await ask(rondo.house, waiting.meeting, null, { kind: 'lead.offer', after: 0 });
    const [, ben = '', cleo = ''] = waiting.members;
    const { body: asked } = await (await signedIn(rondo, ben)).get(roomOf(waiting.meeting));
    expect(asked).toContain('Person 1 is not here. Would you lead the meeting?');
    expect(asked).toContain('Not now');
    const { body: told } = await (await signedIn(rondo, cleo)).get(roomOf(waiting.meeting));
    expect(told).toContain('Person 2 is asked to lead.');
  });
});

async function arrives({ meeting, members }: MeetingRoom, index: number): Promise<void> {
  const person = members[index] ?? '';
  await ask(rondo.house, meeting, null, { kind: 'attendance.arrive', person });
}

describe('who may', () => {
  test('nobody learns of a room they do not belong to', async () => {
    const stranger = await signedIn(rondo, (await aMeetingRoom(rondo.house, 1)).members[0] ?? '');
    const words = { commandId: randomUUID(), message: randomUUID(), text: 'let me in' };
    const before = (await log()).length;
    for (const visitor of [stranger, rondo.visitor()]) {
      for (const id of [room.meeting, randomUUID(), 'nonsense'])
        for (const path of [roomOf(id), `${roomOf(id)}.data`, `/meetings/${id}/talk?before=100`]) {
          const answer = await visitor.get(path);
          expect([path, answer.status]).toEqual([path, 404]);
          expect(answer.body).not.toContain('Vendor');
        }
      expect((await visitor.post(roomOf(room.meeting), words)).status).toBe(404);
    }
    expect((await log()).length).toBe(before);
  });

  test('P10 the page of one member holds nobody else’s dots', async () => {
    const voting = await aMeetingRoom(rondo.house, 2);
    const [lead = '', ben = ''] = voting.members;
    const item = randomUUID();
    const draft = { title: 'A topic', itemKind: 'topic', minutes: 10, bringer: null, help: '' } as const;
    await ask(rondo.house, voting.meeting, ben, { kind: 'item.propose', item, ...draft });
    await ask(rondo.house, voting.meeting, ben, { kind: 'vote.cast', item, dots: 2 });
    const visible = async (person: string) =>
      (await (await signedIn(rondo, person)).get(roomOf(voting.meeting))).body;
    // As the page carries its data: an object with nothing in it, or with one entry.
    const dots = (html: string) => /"dots",(\{[^}]*\})/.exec(html.replaceAll('\\"', '"'))?.[1];
    expect(dots(await visible(ben))).toMatch(/^\{"_\d+":\d+\}$/);
    expect(dots(await visible(lead))).toBe('{}');
  });
});
