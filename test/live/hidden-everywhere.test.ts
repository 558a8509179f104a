// What is hidden for a time, seen from every page: two circles in which all is the same but what one member wrote in silence, where
// their dots and their thumb went. Whoever else looks must not be able to tell the two apart.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MeetingCommand } from '#app/domain/meeting/commands.ts';
import { findFormat } from '#app/domain/meeting/formats.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { keepRoom } from '#server/rooms/keep-snapshots.ts';
import { bringUpRooms } from '#server/search/bring-up.ts';
import { aCircle, aLink, granted, signedIn } from '#test/harness/circles.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { aSeason } from '#test/harness/meetings.ts';
import { aPerson } from '#test/harness/people.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import type { Visitor } from '#test/harness/visitor.ts';

type Secret = { text: string; topic: 0 | 1; thumbs: ['up', 'down'] | ['down', 'up'] };
type World = {
  secret: Secret;
  ana: string;
  ben: string;
  cem: string;
  circle: string;
  meeting: string;
  topics: string[];
  reader: Visitor;
  line: Line;
  /** Everything that Ana's line has heard, byte by byte. */
  heard: string[];
};

let server: TestServer;
let worlds: World[] = [];
const log: string[] = [];
/** The beginning of every word that is hidden. */
const word = 'zqsilently';
const secrets: Secret[] = [
  { text: `${word} first`, topic: 0, thumbs: ['up', 'down'] },
  { text: `${word} other, which is much longer than the first`, topic: 1, thumbs: ['down', 'up'] },
];

const does = async ({ meeting }: World, actor: string | null, command: MeetingCommand) =>
  granted(await ask(server.house, meeting, actor, command));

async function aWorld(secret: Secret): Promise<World> {
  const { house } = server;
  // In one order of their ids in both circles: some lists are in it.
  const [ana = '', ben = '', cem = ''] = [1, 2, 3].map(() => randomUUID()).sort();
  for (const [index, id] of [ana, ben, cem].entries())
    await aPerson(house, { id, name: `Person ${index + 1}` });
  const { circleId: circle } = await aCircle(house, { founder: ana, members: 1 });
  const { token } = await aLink(house, ana, circle);
  for (const person of [ben, cem]) granted(await redeemInvitation(house, person, token));
  const { meetings } = await aSeason(
    house,
    { id: circle, timeZone: 'UTC' },
    { meetings: 1, firstInMs: 60_000 },
  );
  const meeting = meetings[0]?.id ?? '';
  const reader = await signedIn(server, ana);
  const line = await openLine(server.origin, { cookie: reader.cookie() });
  const heard: string[] = [];
  // Presence comes when it comes.
  line.socket.onAny((name, ...said) => name === 'presence' || heard.push(JSON.stringify([name, said])));
  expect(await line.enter(meeting, { seat: false })).toHaveProperty('version');
  const topics = [randomUUID(), randomUUID()].sort();
  return { secret, ana, ben, cem, circle, meeting, topics, reader, line, heard };
}

/** Ids in the order in which they come, and without what is new in every answer. */
function alike(text: string): string {
  const ids = new Map<string, string>();
  return text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      const known = ids.get(id) ?? `id${ids.size}`;
      ids.set(id, known);
      return known;
    })
    .replaceAll(/"requestId","[\w-]{12}"/g, '"requestId"');
}

/** What stands around the first place where two texts are not the same. */
function difference(one: string, other: string): string[] {
  if (one === other) return [];
  const at = [...one].findIndex((sign, index) => sign !== other[index]);
  return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 60));
}

/** All that Ana can get to see, door by door. */
async function seen({ circle, meeting, reader, line, heard }: World): Promise<Record<string, string>> {
  const at = `/meetings/${meeting}`;
  const query = new URLSearchParams({ q: word, kind: 'line' });
  const pages = [
    ...['/room', '/agenda', '/minutes'].map((page) => `${at}${page}.data`),
    ...[`${at}/talk?before=1000`, `${at}/minutes.md`, '/today.data', '/unread', `/search.data?${query}`],
    ...['', '/room', '/rota', '/plan'].map((page) => `/circles/${circle}${page}.data`),
  ];
  const doors: Record<string, string> = {};
  for (const page of pages) {
    const { status, body } = await reader.get(page);
    expect([page, status]).toEqual([page, 200]);
    doors[page.replace(meeting, 'm').replace(circle, 'c').replace(/q=\w+/, 'q')] = body.replace(
      `"${word}"`,
      '"what was searched for"',
    );
  }
  doors.snapshot = JSON.stringify(await line.enter(meeting, { seat: false }));
  doors.missed = JSON.stringify(await line.enter(meeting, { seat: false, after: 0 }));
  doors.heard = JSON.stringify(heard);
  return doors;
}

/** Whoever is not its author can tell nothing apart, with the room in memory, read from its log, and from its snapshot. */
async function nothingTells(): Promise<void> {
  for (const from of ['memory', 'log', 'snapshot']) {
    for (const { meeting } of worlds) {
      if (from === 'snapshot') await keepRoom(server.house, meeting);
      if (from !== 'memory') server.house.rooms.forget(meeting);
    }
    const [one = {}, other = {}] = await Promise.all(worlds.map(seen));
    for (const [door, text] of Object.entries(one)) {
      expect(text, door).not.toContain(word);
      expect(difference(alike(text), alike(other[door] ?? '')), `${door}, from ${from}`).toEqual([]);
    }
  }
  expect(log.join('')).not.toContain(word);
}

beforeAll(async () => {
  server = await startTestServer({ log: { write: (text) => void log.push(text) } });
});
afterAll(() => server.close());
beforeEach(async () => {
  worlds = [];
  for (const secret of secrets) worlds.push(await aWorld(secret));
  await inBoth((world) => does(world, null, { kind: 'lead.assign', lead: world.ana, line: [] }));
});
afterEach(() => {
  for (const { line } of worlds) line.close();
});

async function inBoth(what: (world: World) => Promise<unknown>): Promise<void> {
  for (const world of worlds) await what(world);
}

async function proposeTopics(world: World): Promise<void> {
  for (const [index, item] of world.topics.entries())
    await does(world, world.ana, {
      ...{ kind: 'item.propose', item, title: `Topic ${index}`, itemKind: 'topic', minutes: 10 },
      ...{ bringer: null, help: '' },
    });
}

describe('by no door can anybody tell', () => {
  test('V2 where the dots of each went, before the vote closes and after it', async () => {
    await inBoth(async (world) => {
      await proposeTopics(world);
      const [one = '', other = ''] = world.secret.topic === 0 ? world.topics : [...world.topics].reverse();
      await does(world, world.ben, { kind: 'vote.cast', item: one, dots: 2 });
      await does(world, world.cem, { kind: 'vote.cast', item: other, dots: 2 });
    });
    await nothingTells();
    await inBoth((world) => does(world, world.ana, { kind: 'voting.close' }));
    await nothingTells();
  });

  test('T2 which way the thumb of each points, before the vote is over and after it', async () => {
    await inBoth(async (world) => {
      await proposeTopics(world);
      const [item = ''] = world.topics;
      const { ana, ben, cem, secret } = world;
      for (const person of [ana, ben, cem]) await does(world, null, { kind: 'attendance.arrive', person });
      await does(world, ana, { kind: 'item.start', item, rev: 0 });
      await does(world, ana, { kind: 'extension.ask', item, rev: 1, drops: [] });
      await does(world, ben, { kind: 'thumb.show', item, thumb: secret.thumbs[0] });
      await does(world, cem, { kind: 'thumb.show', item, thumb: secret.thumbs[1] });
    });
    await nothingTells();
    server.clock.advance(60_000);
    await inBoth((world) => does(world, null, { kind: 'extension.close', item: world.topics[0] ?? '' }));
    await nothingTells();
  });

  test('W1 X2 what somebody writes in silence before it is shown', async () => {
    await inBoth(async (world) => {
      const items = (findFormat('open-agenda-votes')?.steps ?? []).map(() => randomUUID());
      const [kept, gone] = [randomUUID(), randomUUID()] as const;
      const { ana, ben, secret } = world;
      await does(world, ana, { kind: 'format.choose', format: 'open-agenda-votes', items });
      await does(world, ana, { kind: 'item.start', item: items[0] ?? '', rev: 0 });
      for (const message of [kept, gone])
        await does(world, ben, { kind: 'message.post', message, text: secret.text });
      await does(world, ben, { kind: 'message.edit', message: kept, text: `${secret.text} indeed` });
      await does(world, ben, { kind: 'message.retract', message: gone });
      await bringUpRooms(server.house, null);
    });
    await nothingTells();
  });
});
