// The minutes as a page: what was decided and promised stands there as it stood in the room.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { granted, signedIn, wordsOf } from '#test/harness/circles.ts';
import { aLaterMeeting } from '#test/harness/later-meeting.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import type { Visitor } from '#test/harness/visitor.ts';

let rondo: TestServer;
let room: MeetingRoom;
let ana: Visitor;
const [early, decision, action, vendor] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  rondo = await startTestServer();
  room = await aMeetingRoom(rondo.house, 2);
  const [lead = ''] = room.members;
  const does = async (command: MemberCommand) => granted(await ask(rondo.house, room.meeting, lead, command));
  await does({ kind: 'meeting.start' });
  await does({ kind: 'decision.record', decision: early, text: 'We begin late' });
  const draft = {
    title: 'Vendor <choice>',
    itemKind: 'topic',
    minutes: 10,
    bringer: null,
    help: '',
  } as const;
  await does({ kind: 'item.propose', item: vendor, ...draft });
  await does({ kind: 'item.start', item: vendor, rev: 0 });
  const text = 'We take **Option B**:\nfirst the pilot. See https://example.org/b';
  await does({ kind: 'decision.record', decision, text });
  await does({ kind: 'action.add', action, text: 'לבדוק את ההצעה.', owner: lead, due: null });
  ana = await signedIn(rondo, lead);
});
afterAll(() => rondo.close());

/** What stands on a page of the meeting under this id, to the end of its list item. */
async function shown(page: 'room' | 'minutes', id: string): Promise<string> {
  const { body } = await ana.get(`/meetings/${room.meeting}/${page}`);
  return wordsOf(body.split(`id="${id}"`)[1]?.split('</li>')[0] ?? '');
}

test('a decision stands in the minutes with its emphasis, its lines and its links, as in the room', async () => {
  const words = (html: string) => /<p class="in-its-direction[^"]*">(.*?)<\/p>/s.exec(html)?.[1];
  const inRoom = words(await shown('room', `decision-${decision}`));
  expect(inRoom).toMatch(/<strong>Option B<\/strong>:<br\/>.*href="https:\/\/example.org\/b"/);
  expect(words(await shown('minutes', `decision-${decision}`))).toBe(inRoom);
});

test('N5 with the item it was decided on, if any was on', async () => {
  expect(await shown('minutes', `decision-${decision}`)).toContain(
    'Person 1, on <bdi>Vendor &lt;choice&gt;</bdi>',
  );
  expect(await shown('minutes', `decision-${early}`)).toContain('Person 1</p>');
});

test('an action item stands in the direction of its own words', async () => {
  expect(await shown('minutes', `action-${action}`)).toContain(
    '<span class="in-its-direction block">לבדוק את ההצעה.</span>',
  );
});

test('the title of an item, and the item that talk was under, stand in the direction of their own words', async () => {
  const [lead = ''] = room.members;
  const item = randomUUID();
  const draft = { title: 'מחירים.', itemKind: 'topic', minutes: 10, bringer: lead, help: '' } as const;
  await ask(rondo.house, room.meeting, lead, { kind: 'item.propose', item, ...draft });
  await ask(rondo.house, room.meeting, lead, { kind: 'item.next', running: vendor });
  await ask(rondo.house, room.meeting, lead, { kind: 'message.post', message: randomUUID(), text: 'Words' });
  const minuted = await shown('minutes', `item-${item}`);
  expect(minuted).toContain('<bdi>מחירים.</bdi>');
  expect(minuted).toMatch(/<bdi[^>]*>Person 1<\/bdi>/);
  const { body } = await ana.get(`/meetings/${room.meeting}/minutes`);
  expect(wordsOf(body)).toContain('<h3 class="in-its-direction">מחירים.</h3>');
});

test('the next time is after this meeting, whether it is still ahead, is on or is over', async () => {
  const { house } = rondo;
  const first = await aMeetingRoom(house, 1, house.now() + 60_000);
  const [lead = ''] = first.members;
  const visitor = await signedIn(rondo, lead);
  const nextTime = async (meeting: string) => {
    const { body } = await visitor.get(`/meetings/${meeting}/minutes`);
    const [, notice = ''] = wordsOf(body).split('Next time</p>');
    return /href="\/meetings\/([^"]*)"/.exec(notice.split('</div>')[0] ?? '')?.[1];
  };
  expect(await nextTime(first.meeting)).toBeUndefined();
  const second = await aLaterMeeting(house, first);
  expect(await nextTime(first.meeting)).toBe(second);
  expect(await nextTime(second)).toBeUndefined();
  granted(await ask(house, first.meeting, lead, { kind: 'meeting.start' }));
  expect(await nextTime(first.meeting)).toBe(second);
  expect(await nextTime(second)).toBeUndefined();
  granted(await ask(house, first.meeting, lead, { kind: 'meeting.close' }));
  expect(await nextTime(first.meeting)).toBe(second);
});
