// The lead's line breaks: a grace that everybody sees, then others are asked, by the house itself.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { until } from '#test/harness/until.ts';

const lead = 2_000;
const server: LiveServer = await startLiveServer({
  presence: { grace: 100, return: 300, look: 50, lead },
});
const lines: Line[] = [];
let room: MeetingRoom;

async function lineOf(person = ''): Promise<Line> {
  const line = await openLine(server.origin, { cookie: (await server.signIn(person)).cookie });
  lines.push(line);
  return line;
}
async function seatOf(person = ''): Promise<Line> {
  const line = await lineOf(person);
  await line.enter(room.meeting);
  await until(async () => expect((await state()).attendance[person]?.since).toEqual(expect.any(Number)));
  return line;
}
const state = async () => {
  const known = await server.house().rooms.state(room.meeting);
  if (!known) throw new Error('no room');
  return known;
};
const offer = async () => (await state()).baton.offer;
const events = async (kind: string) =>
  (await server.house().rooms.since(room.meeting, 0, 10_000)).filter((event) => event.kind === kind);

beforeEach(async () => {
  for (const line of lines.splice(0)) line.close();
  room = await aMeetingRoom(server.house(), 3);
});
afterAll(async () => {
  for (const line of lines) line.close();
  await server.close();
});

test('P14 L2 L3 the lead drops out: a grace, then the understudy is offered the lead and accepts it', async () => {
  const [ana = '', ben = '', cleo = ''] = room.members;
  const [one, two, three] = [await seatOf(ana), await seatOf(ben), await seatOf(cleo)];
  await ask(server.house(), room.meeting, ana, { kind: 'meeting.start' });
  one.close();
  await until(async () => expect(await events('lead.missed')).toHaveLength(1));
  const [missed] = await events('lead.missed');
  expect(await offer()).toBeNull();
  await until(async () => expect(await offer()).toMatchObject({ to: ben, why: 'stand-in' }));
  const [offered] = await events('lead.offered');
  expect((offered?.at ?? 0) - (missed?.at ?? 0)).toBeGreaterThanOrEqual(lead);
  await until(() =>
    expect(three.frames.flatMap((frame) => frame.events).map(({ kind }) => kind)).toContain('lead.offered'),
  );
  expect((await state()).lead.holder).toBe(ana);
  await two.command(room.meeting, { kind: 'lead.accept', offer: (await offer())?.number ?? 0 });
  expect((await state()).lead.holder).toBe(ben);

  await seatOf(ana);
  await until(async () => expect(await offer()).toMatchObject({ to: ana, why: 'back' }));
  expect((await state()).lead.holder).toBe(ben);
});

test('P14 L2 a lead who comes back in time has lost nothing', async () => {
  const [ana = '', ben = ''] = room.members;
  const [one] = [await seatOf(ana), await seatOf(ben)];
  one.close();
  await until(async () => expect(await events('lead.missed')).toHaveLength(1));
  await seatOf(ana);
  const [missed] = await events('lead.missed');
  const over = missed?.kind === 'lead.missed' ? missed.until : 0;
  await until(() => expect(Date.now()).toBeGreaterThan(over + 200));
  expect(await events('lead.offered')).toEqual([]);
  expect((await state()).lead.holder).toBe(ana);
});

test('P14 L3 a grace that ended while the server was down is over when it is back', async () => {
  const [ana = '', ben = ''] = room.members;
  const [one] = [await seatOf(ana), await seatOf(ben)];
  one.close();
  await until(async () => expect(await events('lead.missed')).toHaveLength(1));
  await server.stop();
  const [missed] = await events('lead.missed');
  const over = missed?.kind === 'lead.missed' ? missed.until : 0;
  await until(() => expect(Date.now()).toBeGreaterThan(over));
  await server.start();
  await until(async () => expect(await offer()).toMatchObject({ to: ben }));
  expect(await events('lead.offered')).toHaveLength(1);
});
