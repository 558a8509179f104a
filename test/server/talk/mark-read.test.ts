// Read marks and what is new, on a real database: the same on every device, and for nobody else.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { UnreadNews } from '#app/domain/meeting/protocol.ts';
import { isNew, MOST_UNREAD } from '#app/domain/talk/read-mark.ts';
import { endMembership } from '#db/membership.ts';
import { findReadMark, listCirclesWithUnread } from '#db/read-mark.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { markRead } from '#server/talk/mark-read.ts';
import { aCircle, aLink, granted, somebody } from '#test/harness/circles.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';
import { until } from '#test/harness/until.ts';

let ground: TestHouse;
let circle: string;
let ana: string;
let ben: string;
let told: { people: readonly string[]; news: UnreadNews }[] = [];

beforeAll(async () => {
  ground = await openTestHouse();
  ground.house.tellPeople = (people, news) => told.push({ people, news });
});
afterAll(() => ground.close());
beforeEach(async () => {
  const made = await aCircle(ground.house, { members: 2 });
  circle = made.circleId;
  [ana = '', ben = ''] = made.people;
  told = [];
});

async function say(by: string, text = 'words'): Promise<string> {
  const message = randomUUID();
  ground.clock.advance(1_000);
  granted(await ask(ground.house, circle, by, { kind: 'message.post', message, text }));
  return message;
}
const unreadOf = async (person: string) =>
  (await listCirclesWithUnread(ground.house.db, person)).find(({ id }) => id === circle)?.unread;
/** What was told of this room: of a mark (a version), or that there is something new (null). */
const toldOf = (kind: 'marks' | 'news') =>
  told.filter(({ news }) => news.room === circle && (news.version === null) === (kind === 'news'));
const read = (person: string, version: number) => markRead(ground.house, person, { room: circle, version });

test('a mark moves forward only, never beyond the log, and all devices are told when it does', async () => {
  for (let count = 0; count < 5; count += 1) await say(ben);
  expect(await read(ana, 3)).toEqual({ version: 3 });
  expect(await read(ana, 2)).toEqual({ version: 3 });
  expect(await read(ana, 900)).toEqual({ version: 5 });
  expect(toldOf('marks')).toEqual([
    { people: [ana], news: { room: circle, version: 3 } },
    { people: [ana], news: { room: circle, version: 5 } },
  ]);
});

test('two devices at once: the later one counts', async () => {
  for (let count = 0; count < 8; count += 1) await say(ben);
  await Promise.all([5, 8, 2, 7, 1].map((version) => read(ana, version)));
  expect((await findReadMark(ground.house.db, ana, circle))?.version).toBe(8);
});

test('K10 own lines are never new; what was taken back is not; editing changes nothing', async () => {
  await say(ana);
  const secret = await say(ben);
  const other = await say(ben);
  expect([await unreadOf(ana), await unreadOf(ben)]).toEqual([2, 1]);
  await ask(ground.house, circle, ben, { kind: 'message.retract', message: secret });
  await ask(ground.house, circle, ben, { kind: 'message.edit', message: other, text: 'better words' });
  expect(await unreadOf(ana)).toBe(1);
});

test('K10 whoever joins begins with nothing new; whoever has left has no marks to move', async () => {
  await say(ben);
  const late = await somebody(ground.house);
  const { token } = await aLink(ground.house, ana, circle);
  ground.clock.advance(1_000);
  granted(await redeemInvitation(ground.house, late, token));
  expect(await unreadOf(late)).toBe(0);
  await say(ben);
  expect(await unreadOf(late)).toBe(1);
  await endMembership(ground.house.db, { circleId: circle, personId: late, how: 'left', at: new Date() });
  expect(await unreadOf(late)).toBeUndefined();
  expect(await read(late, 1)).toMatchObject({ refused: 'not-found' });
  expect(await read(await somebody(ground.house), 1)).toMatchObject({ refused: 'not-found' });
});

test('counting ends at a hundred', async () => {
  for (let count = 0; count < MOST_UNREAD + 5; count += 1) await say(ben);
  expect(await unreadOf(ana)).toBe(MOST_UNREAD);
});

test('everybody else is told when somebody writes between meetings', async () => {
  await say(ben);
  const news = { room: circle, version: null };
  await until(() => expect(toldOf('news')).toEqual([{ people: [ana], news }]));
});

test('who has joined since the room was last read hears of the next line as well, wherever they are', async () => {
  await say(ana);
  await until(() => expect(toldOf('news')).toHaveLength(1));
  const dov = await somebody(ground.house);
  const { token } = await aLink(ground.house, ana, circle);
  granted(await redeemInvitation(ground.house, dov, token));
  await say(ben);
  await until(() => expect(toldOf('news')).toHaveLength(2));
  expect([...(toldOf('news')[1]?.people ?? [])].sort()).toEqual([ana, dov].sort());
});

test('K10 the database counts what the fold shows as new, whatever happens in whatever order', async () => {
  const step = fc.oneof(
    fc.record({ what: fc.constant('say' as const), by: fc.nat({ max: 1 }) }),
    fc.record({ what: fc.constant('retract' as const), by: fc.nat({ max: 30 }) }),
    fc.record({ what: fc.constant('read' as const), by: fc.nat({ max: 30 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const made = await aCircle(ground.house, { members: 2 });
      circle = made.circleId;
      const [first = '', second = ''] = made.people;
      const said: { id: string; by: string }[] = [];
      for (const { what, by } of steps) {
        const author = by === 0 ? first : second;
        if (what === 'say') said.push({ id: await say(author), by: author });
        else if (what === 'read' && by > 0) await read(first, by);
        const line = said[by];
        if (what === 'retract' && line)
          await ask(ground.house, circle, line.by, { kind: 'message.retract', message: line.id });
      }
      const mark = await findReadMark(ground.house.db, first, circle);
      const messages = (await ground.house.rooms.state(circle))?.messages ?? [];
      const expected = mark ? messages.filter((one) => isNew(one, mark, first)).length : -1;
      expect(await unreadOf(first)).toBe(expected);
    }),
    { numRuns: 15 },
  );
});
