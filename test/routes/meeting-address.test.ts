// The one address of a meeting, which leads to the page that matters now.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { granted } from '#test/harness/circles.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { aPlannedCircle } from '#test/harness/planned-circle.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the address of a meeting', () => {
  it('leads to the agenda, the room or the minutes, whatever matters now', async () => {
    const { house, clock } = server;
    const { people, meetings, member } = await aPlannedCircle(server, 2, 1);
    const [ana = ''] = people;
    const place = `/meetings/${meetings[0]?.id}`;
    const leads = async () => (await member.get(place)).location;
    expect(await leads()).toBe(`${place}/agenda`);

    const room = meetings[0]?.id ?? '';
    const startsAt = meetings[0]?.starts_at.getTime() ?? 0;
    clock.advance(startsAt - 15 * 60_000 - house.now());
    expect(await leads()).toBe(`${place}/room`);
    granted(await ask(house, room, null, { kind: 'attendance.arrive', person: ana }));
    granted(await ask(house, room, ana, { kind: 'meeting.start' }));
    expect(await leads()).toBe(`${place}/room`);
    granted(await ask(house, room, ana, { kind: 'meeting.close' }));
    expect(await leads()).toBe(`${place}/minutes`);
  });

  it('is on now where it was started early, and not in some minutes', async () => {
    const { house, clock } = server;
    const { people, meetings, member, circleId } = await aPlannedCircle(server, 2, 1);
    const [ana = ''] = people;
    const { id = '', starts_at } = meetings[0] ?? {};
    const addresses = ['/today', `/circles/${circleId}`, `/meetings/${id}/agenda`];
    const pages = () => Promise.all(addresses.map(async (address) => (await member.get(address)).body));
    clock.advance((starts_at?.getTime() ?? 0) - 15 * 60_000 - house.now());
    for (const page of await pages()) expect(page).toContain('in 15 minutes');
    granted(await ask(house, id, null, { kind: 'attendance.arrive', person: ana }));
    granted(await ask(house, id, ana, { kind: 'meeting.start' }));
    const [today, ...others] = await pages();
    expect(today).toContain('On now');
    for (const page of [today, ...others]) expect(page).not.toContain('in 15 minutes');
  });
});
