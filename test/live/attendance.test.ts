// Who is here becomes a fact of the log: arriving at once, leaving after a short grace.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { until } from '#test/harness/until.ts';

const grace = 400;
const server: LiveServer = await startLiveServer({
  presence: { grace, return: 1_500, look: 100, lead: 90_000 },
});
const lines: Line[] = [];
let room: MeetingRoom;

async function lineOf(person = ''): Promise<Line> {
  const line = await openLine(server.origin, { cookie: (await server.signIn(person)).cookie });
  lines.push(line);
  return line;
}
const state = async () => {
  const known = await server.house().rooms.state(room.meeting);
  if (!known) throw new Error('no room');
  return known;
};
const present = async () => presentPeople(await state()).sort();
const told = async (kind: string, person: string) =>
  (await server.house().rooms.since(room.meeting, 0, 10_000)).filter(
    (event) => event.kind === kind && 'person' in event && event.person === person,
  );

beforeEach(async () => {
  for (const line of lines.splice(0)) line.close();
  room = await aMeetingRoom(server.house(), 3);
});
afterAll(async () => {
  for (const line of lines) line.close();
  await server.close();
});

test('P13 whoever sits down has arrived, whoever is gone for longer than the grace has left', async () => {
  const [ana = '', ben = ''] = room.members;
  const [one, two] = [await lineOf(ana), await lineOf(ben)];
  for (const line of [one, two]) await line.enter(room.meeting);
  await until(async () => expect(await present()).toEqual([ana, ben].sort()));
  const left = Date.now();
  two.close();
  await until(async () => expect(await present()).toEqual([ana]));
  expect(Date.now() - left).toBeGreaterThanOrEqual(grace);
  expect((await state()).attendance[ben]).toMatchObject({ since: null, leftAt: expect.any(Number) });
});

test('P13 a reload is no absence', async () => {
  const [, ben = ''] = room.members;
  const before = await lineOf(ben);
  await before.enter(room.meeting);
  await until(async () => expect(await present()).toEqual([ben]));
  before.close();
  await (await lineOf(ben)).enter(room.meeting);
  const other = await lineOf(room.members[0]);
  await other.enter(room.meeting);
  other.close();
  // By the time somebody who came later has left, the grace of the reload is over as well.
  await until(async () => expect(await told('attendance.left', room.members[0] ?? '')).toHaveLength(1));
  expect(await told('attendance.left', ben)).toEqual([]);
  expect(await told('attendance.arrived', ben)).toHaveLength(1);
});

test('P13 two tabs are one person; leaving one of them is no leaving', async () => {
  const [, ben = ''] = room.members;
  const [one, two] = [await lineOf(ben), await lineOf(ben)];
  for (const line of [one, two]) await line.enter(room.meeting);
  await until(async () => expect(await present()).toEqual([ben]));
  one.close();
  const other = await lineOf(room.members[0]);
  await other.enter(room.meeting);
  other.close();
  await until(async () => expect(await told('attendance.left', room.members[0] ?? '')).toHaveLength(1));
  expect(await told('attendance.left', ben)).toEqual([]);
  await two.send('leave', { room: room.meeting });
  await until(async () => expect(await present()).toEqual([]));
});

test('P13 whoever waits before the door opens has arrived when it does', async () => {
  const startsAt = Date.now() + 15 * 60_000 + 700;
  room = await aMeetingRoom(server.house(), 2, startsAt);
  const [ana = '', ben = ''] = room.members;
  const one = await lineOf(ana);
  await one.enter(room.meeting);
  const early = await lineOf(ben);
  await early.enter(room.meeting);
  await early.send('leave', { room: room.meeting });
  expect(await present()).toEqual([]);
  await until(async () => expect(await present()).toEqual([ana]));
  expect((await state()).attendance[ana]?.arrivedAt).toBeGreaterThanOrEqual(startsAt - 15 * 60_000);
  expect((await state()).attendance[ben]).toBeUndefined();
});

test('P13 closing the meeting ends every presence, and sitting on brings none back', async () => {
  const [ana = ''] = room.members;
  const line = await lineOf(ana);
  await line.enter(room.meeting);
  await until(async () => expect(await present()).toEqual([ana]));
  await ask(server.house(), room.meeting, ana, { kind: 'meeting.start' });
  await ask(server.house(), room.meeting, ana, { kind: 'meeting.close' });
  expect(await present()).toEqual([]);
  await line.enter(room.meeting);
  const told = line.presences.length;
  await until(() => expect(line.presences.length).toBeGreaterThan(told));
  expect(await present()).toEqual([]);
});

test('P13 after a restart people have time to come back; whoever does not has left', async () => {
  const [ana = '', ben = ''] = room.members;
  const [one, two] = [await lineOf(ana), await lineOf(ben)];
  for (const line of [one, two]) await line.enter(room.meeting);
  await until(async () => expect(await present()).toEqual([ana, ben].sort()));
  await server.stop();
  two.close();
  one.close();
  await server.start();
  const started = Date.now();
  expect(await present()).toEqual([ana, ben].sort());
  await (await lineOf(ana)).enter(room.meeting);
  await until(async () => expect(await present()).toEqual([ana]));
  expect(Date.now() - started).toBeGreaterThan(1_000);
  expect(await told('attendance.left', ana)).toEqual([]);
});

test('P13 after a restart to which nobody comes back the room is empty', async () => {
  const [, ben = ''] = room.members;
  const line = await lineOf(ben);
  await line.enter(room.meeting);
  await until(async () => expect(await present()).toEqual([ben]));
  await server.stop();
  line.close();
  await server.start();
  await until(async () => expect(await present()).toEqual([]));
  expect(await told('attendance.left', ben)).toHaveLength(1);
});
