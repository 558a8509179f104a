// Search on a real database: everything a member may read, nothing else, and always as it is now.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import type { Search } from '#app/domain/search/search.ts';
import { insertCircleRoom } from '#db/circle.ts';
import { endMembership } from '#db/membership.ts';
import { bringUpRoom, bringUpRooms, rebuildSearchRoom } from '#server/search/bring-up.ts';
import { search } from '#server/search/search.ts';
import { granted } from '#test/harness/circles.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';

let ground: RoomHouse;
let room: MeetingRoom;
let other: MeetingRoom;
let ana: string;
let ben: string;

beforeAll(async () => {
  ground = await openRoomHouse();
  [room, other] = [await aMeetingRoom(ground.house, 3), await aMeetingRoom(ground.house, 2)];
  for (const { circle } of [room, other]) await insertCircleRoom(ground.house.db, circle);
  [ana = '', ben = ''] = room.members;
});
afterAll(() => ground.close());

async function does(by: string, command: MemberCommand, where = room.circle): Promise<void> {
  granted(await ask(ground.house, where, by, command));
}
async function say(text: string, { by = ben, where = room.circle } = {}): Promise<string> {
  const message = randomUUID();
  await does(by, { kind: 'message.post', message, text }, where);
  return message;
}
async function find(query: string, { reader = ana, ...more }: Partial<Search> & { reader?: string } = {}) {
  const everything = { circle: null, meeting: null, person: null, kind: null, page: 1 };
  return search(ground.house, reader, { query, ...everything, ...more });
}
const words = async (query: string, more: Parameters<typeof find>[1] = {}) =>
  (await find(query, more)).hits.map(({ parts }) => parts.map(({ text }) => text).join(''));
const rows = (where: string) =>
  ground.house.db
    .selectFrom('search_line')
    .selectAll()
    .where('room_id', '=', where)
    .orderBy('kind')
    .orderBy('id')
    .execute();

test('X1 what was just said is found, by its beginning, without its accents, marked where it stands', async () => {
  await say('Das Überraschungs-Budget, für alle.');
  const { hits } = await find('uberrasch');
  expect(hits).toMatchObject([
    {
      kind: 'line',
      person: 'Person 2',
      circle: { id: room.circle },
      meeting: null,
      parts: [
        { text: 'Das ', hit: false },
        { text: 'Überraschungs', hit: true },
        { text: '-Budget, für alle.', hit: false },
      ],
    },
  ]);
  expect(await words('"Budget für"')).toHaveLength(1);
  expect(await words('"alle Budget"')).toEqual([]);
  expect(await words('budget -alle')).toEqual([]);
});

test('X1 agenda items, decisions and action items of meetings are found, narrowed by kind, meeting, circle and person', async () => {
  const draft = { title: 'Zebra planning', itemKind: 'topic', minutes: 10, help: 'stripes' } as const;
  await does(ben, { kind: 'item.propose', item: randomUUID(), ...draft, bringer: ana }, room.meeting);
  await does(ana, { kind: 'decision.record', decision: randomUUID(), text: 'Zebra it is' }, room.meeting);
  const action = { action: randomUUID(), text: 'Draw the zebra', due: null };
  await does(ana, { kind: 'action.add', ...action, owner: ben }, room.meeting);
  await say('About that zebra', { where: room.meeting });
  await say('Zebra between meetings');
  const kinds = async (more: Parameters<typeof find>[1]) =>
    (await find('zebra', more)).hits.map(({ kind }) => kind).sort();
  expect(await kinds({})).toEqual(['action', 'decision', 'item', 'line', 'line']);
  expect(await kinds({ kind: 'decision' })).toEqual(['decision']);
  expect(await kinds({ person: ana })).toEqual(['decision', 'item']);
  expect(await kinds({ person: ben })).toEqual(['action', 'line', 'line']);
  expect(await kinds({ meeting: room.meeting })).toEqual(['action', 'decision', 'item', 'line']);
  expect(await kinds({ circle: room.circle })).toHaveLength(5);
  expect(await kinds({ circle: other.circle })).toEqual([]);
  expect(await words('stripes')).toHaveLength(1);
});

test('X3 short words are words like others, wherever they stand in what is asked', async () => {
  await say('The Q3 numbat budget is up to us');
  for (const query of [
    'q3 numbat',
    'numbat q3',
    'up to',
    'us q3 numb',
    'q3 or numbat',
    'numbat -q4',
    'is up to numbat',
  ])
    expect(await words(query), query).toHaveLength(1);
  expect(await words('q4 numbat')).toEqual([]);
});

test.each([
  ['⚠️Risk: the vendor', 'risk'],
  ['كِتَاب عن الميزانية', 'كتاب'],
  ['كتاب قديم جدا', 'كِتَاب'],
  ['שָׁלוֹם לכולם', 'שלום'],
])('X3 marks make no difference: %s is found by %s', async (text, query) => {
  await say(text);
  expect(await words(query)).toContain(text);
});

const said = {
  chinese: '我们今天讨论预算，他们再算一算',
  japanese: '今日はサーバーの予算について話す',
  thai: 'ประชุมงบประมาณวันนี้',
  mixed: 'Q3预算草案 is ready',
};

test.each([
  [said.chinese, '我们', ['我们']],
  [said.chinese, '预算', ['预算']],
  [said.chinese, '讨论 -明天', ['讨论']],
  [said.chinese, '预算 我们', ['我们', '预算']],
  [said.japanese, 'サーバー', ['サーバー']],
  [said.thai, 'งบประมาณ', ['งบประมาณ']],
  [said.mixed, '算草 read', ['算草', 'ready']],
  [said.mixed, '"Q3预算"', ['Q3预算']],
])('X6 where no space is between words, they are found and marked: %s by %s', async (text, query, hits) => {
  await say(text);
  const found = (await find(query)).hits.map(({ parts }) => parts);
  const parts = found.find((one) => one.map((part) => part.text).join('') === text);
  expect(parts?.filter(({ hit }) => hit).map((part) => part.text)).toEqual(hits);
});

test.each(['们我', '算预', '预算 -我们 -Q3', '"我们 预算"'])(
  'X6 nothing is found by what stands in no run: %s',
  async (query) => {
    for (const text of Object.values(said)) await say(text);
    expect(await words(query)).toEqual([]);
  },
);

test('X4 a very long word or gap before it moves no mark', async () => {
  for (const filler of ['a1'.repeat(1_500), '~'.repeat(3_000)]) {
    await say(`${filler} the aardvark key`);
    const [hit] = (await find('aardvark')).hits;
    expect(hit?.parts.filter((part) => part.hit)).toEqual([{ text: 'aardvark', hit: true }]);
  }
});

test('only current members find anything, whatever they ask for', async () => {
  await say('a pangolin of theirs', { by: other.members[0] ?? '', where: other.circle });
  expect(await words('pangolin')).toEqual([]);
  expect(await words('pangolin', { circle: other.circle })).toEqual([]);
  expect(await words('pangolin', { person: other.members[0] ?? '' })).toEqual([]);
  const leaver = room.members[2] ?? '';
  await say('a wombat of ours');
  expect(await words('wombat', { reader: leaver })).toHaveLength(1);
  const left = { circleId: room.circle, personId: leaver, how: 'left' as const, at: new Date() };
  await endMembership(ground.house.db, left);
  expect(await words('wombat', { reader: leaver })).toEqual([]);
});

test('X2 edited words are found as they are now; words taken back are gone at once, from the rows as well', async () => {
  const message = await say('the giraffe');
  await does(ben, { kind: 'message.edit', message, text: 'the okapi' });
  expect([await words('giraffe'), await words('okapi')]).toEqual([[], ['the okapi']]);
  await does(ben, { kind: 'message.retract', message });
  expect(JSON.stringify(await rows(room.circle))).not.toMatch(/giraffe|okapi/);
  expect(await words('okapi')).toEqual([]);
});

test('X2 a dropped action item, a withdrawn decision and votes are not found', async () => {
  const [action, decision] = [randomUUID(), randomUUID()];
  await does(
    ana,
    { kind: 'action.add', action, text: 'Feed the quokka', owner: ana, due: null },
    room.meeting,
  );
  await does(ana, { kind: 'decision.record', decision, text: 'We keep the quokka' }, room.meeting);
  expect(await words('quokka')).toHaveLength(2);
  await does(ana, { kind: 'action.drop', action }, room.meeting);
  await does(ana, { kind: 'decision.withdraw', decision }, room.meeting);
  expect(await words('quokka')).toEqual([]);
});

test('two processes at once take in every event once', async () => {
  const second = await openRoomHouse({ database: ground.database });
  for (let count = 0; count < 30; count += 1) await say(`narwhal ${count}`);
  const all = [ground.house, second.house, ground.house, second.house];
  await Promise.all(all.map((house) => bringUpRooms(house, ana)));
  const { hits, isMore } = await find('narwhal');
  expect([hits.length, isMore]).toEqual([20, true]);
  const next = await find('narwhal', { page: 2 });
  expect([next.hits.length, next.isMore]).toEqual([10, false]);
  expect(new Set([...hits, ...next.hits].map(({ id }) => id)).size).toBe(30);
  await second.close();
});

test('words that are taken back while the search is brought up are gone afterwards', async () => {
  for (let count = 0; count < 15; count += 1) {
    const message = await say(`axolotl ${count}`);
    await Promise.all([
      bringUpRooms(ground.house, ana),
      does(ben, { kind: 'message.retract', message }),
      bringUpRooms(ground.house, ana),
    ]);
    expect(JSON.stringify(await rows(room.circle))).not.toContain('axolotl');
  }
});

test('read again from the log, the rows are the same', async () => {
  for (const [where, meeting] of [
    [room.circle, null],
    [room.meeting, room.meeting],
  ] as const) {
    const place = { room: where, circle: room.circle, meeting };
    await bringUpRoom(ground.house, place);
    const before = await rows(where);
    expect(before.length).toBeGreaterThan(1);
    await rebuildSearchRoom(ground.house, place);
    expect(await rows(where)).toEqual(before);
  }
});

test.each([
  '',
  '   ',
  '"',
  '---',
  '!!! &|',
  "it's:*",
  '<->',
  'a'.repeat(5_000),
  '\u0002\u0003',
  '(((',
  "'''",
  '-预"',
  '预"算-"',
  'ー\u0301',
])('anything at all may be typed: %j', async (query) => {
  expect((await find(query)).hits.length).toBeLessThanOrEqual(20);
});
