// The minutes as a page: what was decided and promised stands there as it stood in the room.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { granted, signedIn, wordsOf } from '#test/harness/circles.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import type { Visitor } from '#test/harness/visitor.ts';

let rondo: TestServer;
let room: MeetingRoom;
let ana: Visitor;
const [early, decision, action] = [randomUUID(), randomUUID(), randomUUID()];

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
  const item = randomUUID();
  await does({ kind: 'item.propose', item, ...draft });
  await does({ kind: 'item.start', item, rev: 0 });
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
