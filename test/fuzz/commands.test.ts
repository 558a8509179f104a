// Whatever is wrong with a command: it is refused, changes nothing, harms nobody and is forgotten.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import { listSeatsElsewhere } from '#db/process.ts';
import { everyCommand } from '#test/harness/every-command.ts';
import { openFingerprint } from '#test/harness/fingerprint.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { unlimited } from '#test/harness/unlimited.ts';
import { until } from '#test/harness/until.ts';
import { untilArrived } from '#test/harness/until-arrived.ts';
import { type BadRequest, badRequests, type Known } from './bad-commands.ts';
import { looksLikeId } from './bad-values.ts';
import { heldBytes } from './growth.ts';
import { commandRuns, seed } from './runs.ts';

/** In flight at a time. */
const TOGETHER = 40;
/** What may be held on to by the test itself, and by caches that fill once. */
const ALLOWED_GROWTH = 24 * 1024 * 1024;

let server: LiveServer;
let room: MeetingRoom;
let line: Line;
let known: Known;
let print: () => Promise<string>;

beforeAll(async () => {
  server = await startLiveServer({ figures: unlimited });
  room = await aMeetingRoom(server.house(), 2);
  const [me = ''] = room.members;
  line = await openLine(server.origin, { cookie: (await server.signIn(me)).cookie });
  await line.enter(room.meeting);
  const other = await aMeetingRoom(server.house(), 2);
  const own = { ...everyCommand(me)['item.propose'] };
  const sent = randomUUID();
  await ask(server.house(), room.meeting, me, own, sent);
  known = {
    room: other.meeting,
    stranger: other.members[1] ?? '',
    ids: await thingsIn(other),
    item: own.item,
    sent,
  };
  await arrived();
  print = await openFingerprint(server.house().db);
});
afterAll(async () => {
  line.close();
  await server.close();
});

/** Presence and the seat are written a moment after entering; nothing else may change from then on. */
async function arrived(): Promise<void> {
  const { db } = server.house();
  await untilArrived(server.house(), room.meeting, room.members.slice(0, 1));
  await until(async () => expect(await listSeatsElsewhere(db, randomUUID(), [room.meeting])).toHaveLength(1));
}

/** A line, an item, a decision and an action item of another circle. */
async function thingsIn(other: MeetingRoom): Promise<string[]> {
  const [person = ''] = other.members;
  const commands = everyCommand(person);
  const kinds = ['message.post', 'item.propose', 'decision.record', 'action.add'] as const;
  for (const kind of kinds) await ask(server.house(), other.meeting, person, commands[kind]);
  return kinds.flatMap((kind) => Object.values(commands[kind]).filter(looksLikeId));
}

async function sendAll(requests: readonly BadRequest[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let from = 0; from < requests.length; from += TOGETHER) {
    const some = requests.slice(from, from + TOGETHER);
    answers.push(...(await Promise.all(some.map(({ request }) => line.send('command', request)))));
  }
  return answers;
}

test.each(Object.keys(everyCommand('')))('%s', { timeout: 600_000 }, async (kind) => {
  const wanted = badRequests(kind, room.meeting, room.members[0] ?? '', known);
  const requests = fc.sample(wanted, { numRuns: commandRuns, seed });
  const before = await print();

  const answers = await sendAll(requests);

  const taken = requests.filter(({ mayBeNothing }, index) => !isRefusal(answers[index]) && !mayBeNothing);
  expect(taken).toEqual([]);
  expect(answers.filter((answer) => isRefusal(answer) && answer.refused === 'broken')).toEqual([]);
  expect(await print()).toBe(before);
  expect(line.socket.connected).toBe(true);
});

test('nothing of it is kept in memory', { timeout: 600_000 }, async () => {
  const wanted = badRequests('message.post', room.meeting, room.members[0] ?? '', known);
  const once = () => sendAll(fc.sample(wanted, { numRuns: commandRuns * 5, seed }));
  await once();
  const before = heldBytes();
  await once();
  expect(heldBytes() - before).toBeLessThan(ALLOWED_GROWTH);
});
