// A right that has ended ends the line at once, whatever was under way.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readEvents } from '#db/room-log.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { signOut } from '#server/people/sign-out.ts';
import { everyCommand } from '#test/harness/every-command.ts';
import { holdRoom } from '#test/harness/held-room.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom, post } from '#test/harness/meeting-room.ts';
import { unlimited } from '#test/harness/unlimited.ts';
import { until } from '#test/harness/until.ts';
import { untilArrived } from '#test/harness/until-arrived.ts';

// Commands of every kind one after the other are more than one person may say so fast.
const server: LiveServer = await startLiveServer({ figures: unlimited });
const lines: Line[] = [];
let room: MeetingRoom;
let ana: Line;

async function lineOf(person = '') {
  const signIn = await server.signIn(person);
  const line = await openLine(server.origin, { cookie: signIn.cookie });
  lines.push(line);
  return Object.assign(line, signIn);
}
const words = (line: Line) => line.events().flatMap((event) => ('text' in event ? [event.text] : []));
const log = async () => readEvents(server.house().db, room.meeting, 0, 10_000);

beforeEach(async () => {
  for (const line of lines.splice(0)) line.close();
  room = await aMeetingRoom(server.house(), 4);
  await server.house().db.updateTable('circle').set({ remove_rule: 'any-member' }).execute();
  ana = await lineOf(room.members[0]);
  await ana.enter(room.meeting);
  await untilArrived(server.house(), room.meeting, room.members.slice(0, 1));
});
afterAll(async () => {
  for (const line of lines) line.close();
  await server.close();
});

test('P11 a removed member hears nothing more and is refused everything, in all their tabs', async () => {
  const ben = room.members[1] ?? '';
  const tabs = [await lineOf(ben), await lineOf(ben)];
  for (const tab of tabs) await tab.enter(room.meeting);
  const removed = await removeMember(server.house(), room.members[0] ?? '', {
    circleId: room.circle,
    personId: ben,
  });
  expect(removed).toEqual({ removed: true });

  for (const tab of tabs) await until(() => expect(tab.cuts).toEqual([{ room: room.meeting }]));
  await ana.command(room.meeting, post('after they left'));
  const before = await log();
  for (const tab of tabs) {
    for (const command of Object.values(everyCommand(ben)))
      expect(await tab.command(room.meeting, command)).toMatchObject({ refused: 'not-found' });
    expect(await tab.enter(room.meeting)).toMatchObject({ refused: 'not-found' });
    expect(words(tab)).not.toContain('after they left');
    expect(tab.socket.connected).toBe(true);
  }
  expect(await log()).toEqual(before);
});

test('P3 P11 who was removed is told what came of what they had said, and nobody else is', async () => {
  const [founder = '', ben = '', chiara = ''] = room.members;
  const [author, other] = [await lineOf(ben), await lineOf(chiara)];
  for (const tab of [author, other]) await tab.enter(room.meeting);
  const said = post('said and not heard of');
  const id = randomUUID();
  const answer = await author.command(room.meeting, said, id);
  expect(answer).toHaveProperty('version');
  for (const personId of [ben, chiara])
    await removeMember(server.house(), founder, { circleId: room.circle, personId });
  for (const tab of [author, other]) await until(() => expect(tab.cuts).toHaveLength(1));

  expect(await author.command(room.meeting, said, id)).toEqual(answer);
  expect(await author.command(room.meeting, post('other words'), id)).toMatchObject({ refused: 'not-found' });
  expect(await other.command(room.meeting, said, id)).toMatchObject({ refused: 'not-found' });
  expect((await log()).filter(({ command }) => command === id)).toHaveLength(1);
});

test('P11 a room of another circle stays open to somebody who left this one', async () => {
  const ben = room.members[1] ?? '';
  const other = await aMeetingRoom(server.house(), 1);
  const seat = { id: randomUUID(), circle_id: other.circle, person_id: ben, seat: 9 };
  await server.house().db.insertInto('membership').values(seat).execute();
  const line = await lineOf(ben);
  for (const one of [room, other]) await line.enter(one.meeting);
  server.house().cut({ person: ben, circle: room.circle });
  await until(() => expect(line.cuts).toEqual([{ room: room.meeting }]));
  expect(await line.command(other.meeting, post('still here'))).toHaveProperty('version');
  expect(await line.command(room.meeting, post('not here'))).toMatchObject({ refused: 'not-found' });
});

test('P11 signing out ends the line of this sign-in and no other', async () => {
  const ben = room.members[1] ?? '';
  const [one, two] = [await lineOf(ben), await lineOf(ben)];
  for (const tab of [one, two]) await tab.enter(room.meeting);
  one.socket.io.reconnection(false);
  const gone = new Promise((resolve) => one.socket.once('disconnect', resolve));
  await signOut(server.house(), ben, one.session);
  await gone;
  expect(one.cuts).toEqual([{ room: null }]);
  await expect(openLine(server.origin, { cookie: one.cookie })).rejects.toThrow('signed-out');
  expect(await two.command(room.meeting, post('from the other browser'))).toHaveProperty('version');
  expect(words(one)).not.toContain('from the other browser');
});

test('P11 a person who is cut altogether loses every line', async () => {
  const ben = room.members[1] ?? '';
  const tabs = [await lineOf(ben), await lineOf(ben)];
  for (const tab of tabs) await tab.enter(room.meeting);
  server.house().cut({ person: ben });
  for (const tab of tabs) await until(() => expect(tab.cuts).toEqual([{ room: null }]));
});

test('P11 whoever is cut while entering does not get in, and hears nothing in between', async () => {
  const ben = room.members[1] ?? '';
  const line = await lineOf(ben);
  const house = server.house();
  const held = holdRoom(house, room.meeting);
  const entering = line.enter(room.meeting);
  await held.reached;
  await house.db
    .updateTable('membership')
    .set({ left_at: new Date(), left_how: 'removed' })
    .where('person_id', '=', ben)
    .execute();
  house.cut({ person: ben, circle: room.circle });
  await ana.command(room.meeting, post('nothing for them'));
  held.release();
  expect(await entering).toMatchObject({ refused: 'not-found' });
  expect(await line.command(room.meeting, post('let me'))).toMatchObject({ refused: 'not-found' });
  expect(words(line)).toEqual([]);
});

test('P11 a cut from another circle does not disturb who is entering this one', async () => {
  const ben = room.members[1] ?? '';
  const line = await lineOf(ben);
  const held = holdRoom(server.house(), room.meeting);
  const entering = line.enter(room.meeting);
  await held.reached;
  server.house().cut({ person: ben, circle: randomUUID() });
  held.release();
  expect(await entering).toHaveProperty('version');
  await ana.command(room.meeting, post('for them too'));
  await until(() => expect(words(line)).toEqual(['for them too']));
});

test('P11 a command that was under way when its sender was removed is not written', async () => {
  const ben = room.members[1] ?? '';
  const line = await lineOf(ben);
  await line.enter(room.meeting);
  const leaving = removeMember(server.house(), room.members[0] ?? '', {
    circleId: room.circle,
    personId: ben,
  });
  const sent = Array.from({ length: 30 }, (_, index) =>
    line.command(room.meeting, post(`${index}`)).catch(() => null),
  );
  await leaving;
  const committed = (await log()).filter(({ actor }) => actor === ben).length;
  await Promise.all(sent);
  expect((await log()).filter(({ actor }) => actor === ben).length).toBe(committed);
});
