import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMeeting, listMeetings } from '#db/meeting.ts';
import { changeRules } from '#server/circles/change-rules.ts';
import { addMeeting } from '#server/meetings/add-meeting.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { restoreMeeting } from '#server/meetings/restore-meeting.ts';
import { skipMeeting } from '#server/meetings/skip-meeting.ts';
import { planSeason } from '#server/seasons/plan-season.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { aCircleOf, aPerson, aSeason, must } from '#test/harness/meetings.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';
import { disagreements, leadsOf } from '../rota/rota-world.ts';

let opened: TestHouse;
beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

/** A season in Berlin that begins in winter time, 9 March 2027 at 17:00. */
async function berlin(count = 4, meetings = 3) {
  const { house } = opened;
  const circle = await aCircleOf(house, count, { timeZone: 'Europe/Berlin' });
  const run = { firstDate: '2027-03-09', localTime: '17:00', timeZone: 'Europe/Berlin', lengthMinutes: 60 };
  const ids = { id: randomUUID(), circleId: circle.id };
  must(await planSeason(house, circle.members[0]!, { ...run, ...ids, everyWeeks: 1, count: meetings }));
  return { house, circle, ana: circle.members[0]!, meetings: await listMeetings(house.db, circle.id) };
}

describe('moving a meeting', () => {
  it('S1 keeps the local time across the change of clocks', async () => {
    const { house, circle, ana, meetings } = await berlin();
    const wish = { localDate: '2027-03-31', localTime: '17:00', lengthMinutes: 90 };
    must(await moveMeeting(house, ana, { circleId: circle.id, meetingId: meetings[0]!.id, ...wish }));

    const moved = await findMeeting(house.db, circle.id, meetings[0]!.id);
    expect(moved).toMatchObject({ local_date: '2027-03-31', local_time: '17:00', length_minutes: 90 });
    expect(moved?.starts_at.toISOString()).toBe('2027-03-31T15:00:00.000Z');
    expect(await house.rooms.state(meetings[0]!.id)).toMatchObject({
      startsAt: Date.parse('2027-03-31T15:00:00Z'),
      lengthMinutes: 90,
    });
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('keeps who leads it when nothing speaks against that', async () => {
    const { house, circle, ana, meetings } = await berlin(4, 4);
    const wish = { localDate: '2027-03-11', localTime: '18:00', lengthMinutes: 60 };
    must(await moveMeeting(house, ana, { circleId: circle.id, meetingId: meetings[0]!.id, ...wish }));
    expect(await leadsOf(house, circle)).toBe('ABCD');
  });

  it('goes there and back and there again, and the log follows each time', async () => {
    const { house, circle, ana, meetings } = await berlin(2, 2);
    const at = { circleId: circle.id, meetingId: meetings[0]!.id, localTime: '17:00', lengthMinutes: 60 };
    for (const localDate of ['2027-03-10', '2027-03-09', '2027-03-10', '2027-03-09', '2027-03-10']) {
      must(await moveMeeting(house, ana, { ...at, localDate }));
      expect(await disagreements(house, circle.id)).toEqual([]);
    }
  });

  it('ends up with rows and log agreed when members move it at the same moment', async () => {
    const { house, circle, meetings } = await berlin(4, 2);
    const at = {
      circleId: circle.id,
      meetingId: meetings[0]!.id,
      localDate: '2027-03-10',
      lengthMinutes: 60,
    };
    const times = ['10:00', '11:00', '12:00', '13:00'];
    const answers = await Promise.all(
      times.map((localTime, index) => moveMeeting(house, circle.members[index]!, { ...at, localTime })),
    );
    expect(answers).toEqual(times.map(() => ({ moved: true })));
    expect(times).toContain((await findMeeting(house.db, circle.id, at.meetingId))?.local_time);
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it.each([
    ['S3 into the past', { localDate: '2026-11-01', localTime: '17:00' }],
    ['S3 far ahead', { localDate: '2036-11-01', localTime: '17:00' }],
    ['S4 onto another meeting', { localDate: '2027-03-16', localTime: '17:59' }],
  ])('refuses to move %s, at the field', async (_, change) => {
    const { house, circle, ana, meetings } = await berlin(2);
    const wish = { ...change, lengthMinutes: 60 };
    const answer = await moveMeeting(house, ana, {
      circleId: circle.id,
      meetingId: meetings[0]!.id,
      ...wish,
    });
    expect(answer).toMatchObject({ refused: 'bad-input', field: 'localDate' });
    expect(await listMeetings(house.db, circle.id)).toEqual(meetings);
  });

  it('refuses once the meeting has begun', async () => {
    const house = opened.house;
    const circle = await aCircleOf(house, 2);
    const { meetings } = await aSeason(house, circle, { meetings: 1, firstInMs: 10 * 60_000 });
    const [ana] = circle.members;
    const room = meetings[0]!.id;
    must(await ask(house, room, null, { kind: 'attendance.arrive', person: ana! }));
    must(await ask(house, room, ana!, { kind: 'meeting.start' }));
    const at = { circleId: circle.id, meetingId: room };
    const wish = { localDate: '2027-03-10', localTime: '17:00', lengthMinutes: 60 };
    expect(await moveMeeting(house, ana!, { ...at, ...wish })).toMatchObject({ refused: 'out-of-date' });
    expect(await skipMeeting(house, ana!, at)).toMatchObject({ refused: 'out-of-date' });
    expect(await restoreMeeting(house, ana!, at)).toMatchObject({ refused: 'out-of-date' });
    expect(await disagreements(house, circle.id)).toEqual([]);
  });
});

describe('skipping and restoring a meeting', () => {
  it('R15 takes the meeting out of the rota; whoever was ready keeps the next one', async () => {
    const { house, circle, ana, meetings } = await berlin(4, 6);
    const at = { circleId: circle.id, meetingId: meetings[0]!.id };
    must(await skipMeeting(house, ana, at));
    expect(await findMeeting(house.db, circle.id, at.meetingId)).toMatchObject({ status: 'skipped' });
    expect((await leadsOf(house, circle))[0]).toBe('A');
    expect(await leadsOf(house, circle)).not.toMatch(/(.)\1/);

    const leads = await leadsOf(house, circle);
    must(await skipMeeting(house, ana, at));
    expect(await leadsOf(house, circle)).toBe(leads);
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('puts it back while its time is ahead and free, and gives it somebody to lead it', async () => {
    const { house, circle, ana, meetings } = await berlin(4, 6);
    const at = { circleId: circle.id, meetingId: meetings[2]!.id };
    must(await skipMeeting(house, ana, at));
    must(await restoreMeeting(house, ana, at));
    must(await restoreMeeting(house, ana, at));
    const leads = await leadsOf(house, circle);
    expect(leads).toHaveLength(6);
    expect(leads).not.toMatch(/(.)\1|-/);
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('does not put it back onto another meeting', async () => {
    const { house, circle, ana, meetings } = await berlin(2);
    const at = { circleId: circle.id, meetingId: meetings[0]!.id };
    must(await skipMeeting(house, ana, at));
    const wish = { localDate: '2027-03-09', localTime: '16:30', lengthMinutes: 60 };
    must(await addMeeting(house, ana, { id: randomUUID(), circleId: circle.id, ...wish }));
    expect(await restoreMeeting(house, ana, at)).toMatchObject({ refused: 'out-of-date' });
    expect(await disagreements(house, circle.id)).toEqual([]);
  });
});

describe('adding a meeting', () => {
  it('gives it a room, a log and a facilitator, on the clocks of the season', async () => {
    const { house, circle, ana } = await berlin(3, 3);
    const id = randomUUID();
    const wish = { id, circleId: circle.id, localDate: '2027-03-30', localTime: '08:00', lengthMinutes: 30 };
    must(await addMeeting(house, ana, wish));
    must(await addMeeting(house, ana, wish));
    const added = await findMeeting(house.db, circle.id, id);
    expect(added).toMatchObject({ time_zone: 'Europe/Berlin', length_minutes: 30 });
    expect(added?.starts_at.toISOString()).toBe('2027-03-30T06:00:00.000Z');
    expect(await leadsOf(house, circle)).toBe('ABCA');
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('needs a season first, and a free time', async () => {
    const { house, circle, ana } = await berlin(2);
    const wish = { localDate: '2027-03-09', localTime: '17:30', lengthMinutes: 30 };
    expect(await addMeeting(house, ana, { id: randomUUID(), circleId: circle.id, ...wish })).toMatchObject({
      field: 'localDate',
    });
    const bare = await aCircleOf(house, 1);
    const answer = await addMeeting(house, bare.members[0]!, {
      id: randomUUID(),
      circleId: bare.id,
      ...wish,
    });
    expect(answer).toMatchObject({ refused: 'not-allowed' });
  });
});

describe('who may change meetings', () => {
  it('is decided by the rule for planning; a stranger finds nothing, and another circle’s meeting is not there', async () => {
    const { house, circle, ana, meetings } = await berlin(3);
    const rules = { invite: 'any-member', plan: 'facilitator', remove: 'facilitator' } as const;
    must(await changeRules(house, ana, { circleId: circle.id, rules }));
    const at = { circleId: circle.id, meetingId: meetings[1]!.id };
    const wish = { localDate: '2027-04-10', localTime: '17:00', lengthMinutes: 60 };
    const tries = (actor: string, where = at) => [
      moveMeeting(house, actor, { ...where, ...wish }),
      skipMeeting(house, actor, where),
      restoreMeeting(house, actor, where),
      addMeeting(house, actor, { id: randomUUID(), circleId: where.circleId, ...wish }),
    ];
    for (const answer of await Promise.all(tries(circle.members[1]!)))
      expect(answer).toMatchObject({ refused: 'not-allowed' });
    const stranger = await aPerson(house, 'Zoe');
    for (const answer of await Promise.all(tries(stranger)))
      expect(answer).toMatchObject({ refused: 'not-found' });

    const other = await aCircleOf(house, 1);
    const across = { circleId: other.id, meetingId: at.meetingId };
    for (const answer of (await Promise.all(tries(other.members[0]!, across))).slice(0, 3))
      expect(answer).toMatchObject({ refused: 'not-found' });
    expect(await listMeetings(house.db, circle.id)).toEqual(meetings);
  });
});
