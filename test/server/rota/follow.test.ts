import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMeetings } from '#db/meeting.ts';
import { endMembership } from '#db/membership.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { afterMeetingClosed } from '#server/rota/after-meeting-closed.ts';
import { afterMembershipChange } from '#server/rota/after-membership-change.ts';
import { declareAbsence } from '#server/rota/declare-absence.ts';
import { rotaOf } from '#server/rota/rota-of.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { aCircleOf, aPerson, aSeason, holdMeetingWith, join, must } from '#test/harness/meetings.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';
import { disagreements, leadsOf } from './rota-world.ts';

let opened: TestHouse;
beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

describe('the rota after members come and go', () => {
  it('R13 fills the dates of a leaver and nothing else, and the log knows', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 6);
    await aSeason(house, circle, { meetings: 12 });
    const ben = circle.members[1]!;
    must(await leaveCircle(house, ben, circle.id));
    await afterMembershipChange(house, circle.id);

    const leads = await leadsOf(house, circle);
    expect(leads).not.toContain('B');
    const kept = [...'ABCDEFABCDEF'].filter((lead, index) => lead !== 'B' && leads[index] === lead);
    expect(kept.length).toBeGreaterThanOrEqual(9);
    for (const meeting of await listMeetings(house.db, circle.id))
      expect((await house.rooms.state(meeting.id))?.lead.line).not.toContain(ben);
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('R14 puts a newcomer last, after a first meeting, and leaves the next two dates alone', async () => {
    const { house, clock } = opened;
    const circle = await aCircleOf(house, 4);
    const { meetings } = await aSeason(house, circle, { meetings: 10 });
    await holdMeetingWith(house, clock, meetings[0]!, circle.members);
    const before = await leadsOf(house, circle);
    const gil = await aPerson(house, 'Gil');
    await join(house, circle.id, gil);
    await afterMembershipChange(house, circle.id);

    const withGil = { ...circle, members: [...circle.members, gil] };
    const after = await leadsOf(house, withGil);
    expect(after.slice(0, 2)).toBe(before.slice(0, 2));
    expect(after[0]).not.toBe('E');
    expect(after).toContain('E');
    const line = (await house.rooms.state(meetings[1]!.id))?.lead.line;
    expect(line).not.toContain(gil);
    expect((await house.rooms.state(meetings[2]!.id))?.lead.line).toContain(gil);
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('R7 lets go of the second date when a founder who planned alone gets company', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 1);
    await aSeason(house, circle, { meetings: 4 });
    expect(await leadsOf(house, circle)).toBe('AAAA');
    for (const name of ['Ben', 'Chi', 'Dev']) {
      const person = await aPerson(house, name);
      await join(house, circle.id, person);
      circle.members.push(person);
      await afterMembershipChange(house, circle.id);
    }
    const leads = await leadsOf(house, circle);
    expect([...leads].sort().join('')).toBe('ABCD');
    expect(leads[0]).toBe('A');
  });

  it('R14 treats somebody who comes back as a newcomer', async () => {
    const { house, clock } = opened;
    const circle = await aCircleOf(house, 3);
    const { meetings } = await aSeason(house, circle, { meetings: 8 });
    await holdMeetingWith(house, clock, meetings[0]!, circle.members);
    const ana = circle.members[0]!;
    must(await leaveCircle(house, ana, circle.id));
    await afterMembershipChange(house, circle.id);
    expect(await leadsOf(house, circle)).not.toContain('A');
    await join(house, circle.id, ana);
    await afterMembershipChange(house, circle.id);

    expect(await leadsOf(house, circle)).toContain('A');
    expect((await house.rooms.state(meetings[1]!.id))?.lead.line).not.toContain(ana);
    const { facts } = await rotaOf(house.db, { id: circle.id, rota_seed: 1 });
    expect(facts.members).toHaveLength(4);
    expect(facts.members.at(-1)).toMatchObject({ joinedFrom: 2, grace: 1, leftFrom: null });
    expect(facts.meetings[0]).toMatchObject({ state: 'held', heldBy: facts.members[0]!.id });
  });

  it('Q6 lays down what a leaver had taken on in a meeting that lies ahead or is on', async () => {
    const { house, clock } = opened;
    const circle = await aCircleOf(house, 4);
    const { meetings } = await aSeason(house, circle, { meetings: 3 });
    const [ana, , , dev] = circle.members;
    clock.advance(meetings[0]!.starts_at.getTime() - house.now());
    for (const person of [ana!, dev!])
      must(await ask(house, meetings[0]!.id, null, { kind: 'attendance.arrive', person }));
    must(await ask(house, meetings[0]!.id, ana!, { kind: 'meeting.start' }));
    const take = { kind: 'role.give' as const, role: 'timekeeper' as const, person: dev! };
    for (const { id } of meetings.slice(0, 2)) must(await ask(house, id, dev!, take));

    must(await leaveCircle(house, dev!, circle.id));
    await afterMembershipChange(house, circle.id);
    for (const { id } of meetings.slice(0, 2)) expect((await house.rooms.state(id))?.roles).toEqual({});
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('R13 fills a date whose time has come when its holder leaves before the meeting begins', async () => {
    const { house, clock } = opened;
    const circle = await aCircleOf(house, 3);
    const { meetings } = await aSeason(house, circle, { meetings: 3 });
    clock.advance(meetings[0]!.starts_at.getTime() - house.now() + 60_000);
    must(await leaveCircle(house, circle.members[0]!, circle.id));
    await afterMembershipChange(house, circle.id);
    expect((await house.rooms.state(meetings[0]!.id))?.lead.planned).toBe(circle.members[2]);
  });
});

describe('the rota after a meeting', () => {
  it('R4 counts for whoever stepped in, and the one who did not come takes their next date', async () => {
    const { house, clock } = opened;
    const circle = await aCircleOf(house, 4);
    const { meetings } = await aSeason(house, circle, { meetings: 8 });
    const [, ben, chi, dev] = circle.members;
    await holdMeetingWith(house, clock, meetings[0]!, [ben!, chi!, dev!]);

    expect(await leadsOf(house, circle)).toBe('ACDABCD');
    const [held] = await listMeetings(house.db, circle.id);
    expect(held).toMatchObject({ status: 'closed', led_by: ben });
    expect(await disagreements(house, circle.id)).toEqual([]);

    // A job may call it again; nothing more happens.
    await afterMeetingClosed(house, meetings[0]!.id);
    await afterMeetingClosed(house, meetings[0]!.id);
    expect(await leadsOf(house, circle)).toBe('ACDABCD');
  });

  it('R4 counts an absence said too late as a turn still owed', async () => {
    const { house, clock } = opened;
    const circle = await aCircleOf(house, 4);
    const { meetings } = await aSeason(house, circle, { meetings: 4 });
    const [first, second] = meetings;
    const at = { circleId: circle.id };
    clock.advance(first!.starts_at.getTime() - house.now() - 47 * 3_600_000);
    must(await declareAbsence(house, circle.members[0]!, { ...at, meetingId: first!.id }));
    must(await declareAbsence(house, circle.members[1]!, { ...at, meetingId: second!.id }));
    const leader = (await house.rooms.state(first!.id))!.lead.planned!;
    await holdMeetingWith(house, clock, first!, [leader]);

    const { facts } = await rotaOf(house.db, { id: circle.id, rota_seed: 1 });
    expect(facts.meetings[0]!.absent).toEqual([]);
    expect(facts.meetings[0]!.missed).toHaveLength(3);
    expect(facts.meetings[1]!.absent).toHaveLength(1);
  });

  it('R5 goes on into the next season where the last one ended', async () => {
    const { house, clock } = opened;
    const circle = await aCircleOf(house, 4);
    const { meetings } = await aSeason(house, circle, { meetings: 3 });
    for (const [index, meeting] of meetings.entries())
      await holdMeetingWith(house, clock, meeting, [circle.members[index]!, circle.members[3]!]);
    await aSeason(house, circle, { meetings: 4 });
    expect(await leadsOf(house, circle)).toBe('DABC');
  });

  it('keeps out of meetings of a circle that is gone from under it', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 1);
    const { meetings } = await aSeason(house, circle, { meetings: 1 });
    const at = new Date(house.now());
    await endMembership(house.db, { circleId: circle.id, personId: circle.members[0]!, how: 'left', at });
    await afterMembershipChange(house, circle.id);
    expect(await leadsOf(house, circle)).toBe('-');
    await house.db.deleteFrom('circle').where('id', '=', circle.id).execute();
    await afterMembershipChange(house, circle.id);
    await afterMeetingClosed(house, meetings[0]!.id);
  });
});
