import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcePlan } from '#app/domain/rota/change.ts';
import { findCircle } from '#db/circle.ts';
import { insertMeetings, listMeetings, setMeetingTime } from '#db/meeting.ts';
import { endMembership } from '#db/membership.ts';
import { insertAbsence } from '#db/rota.ts';
import type { House } from '#server/house.ts';
import { addMeeting } from '#server/meetings/add-meeting.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { restoreMeeting } from '#server/meetings/restore-meeting.ts';
import { settleAll } from '#server/meetings/settle-all.ts';
import { settleMeeting } from '#server/meetings/settle-circle.ts';
import { skipMeeting } from '#server/meetings/skip-meeting.ts';
import { tellLog } from '#server/meetings/tell-log.ts';
import { derivedId } from '#server/rooms/command-id.ts';
import { afterMembershipChange } from '#server/rota/after-membership-change.ts';
import { changeRota, replan } from '#server/rota/change-rota.ts';
import { declareAbsence } from '#server/rota/declare-absence.ts';
import { rotaOf } from '#server/rota/rota-of.ts';
import { withdrawAbsence } from '#server/rota/withdraw-absence.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { aCircleOf, aPerson, aSeason, type Circle, join, must } from '#test/harness/meetings.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';
import { disagreements } from '../rota/rota-world.ts';

let opened: TestHouse;
let other: RoomHouse;
beforeAll(async () => {
  opened = await openTestHouse();
  other = await openRoomHouse({ database: opened.database, now: opened.clock.now });
});
afterAll(async () => {
  await other.close();
  await opened.close();
});

const hour = 3_600_000;

/** Only the rows of a change, as if the process had died before it told the logs. */
async function rowsOnly(circle: Circle): Promise<void> {
  const { db, now } = opened.house;
  const row = await findCircle(db, circle.id);
  await changeRota(db, row!, new Date(now()));
}

describe('rows and logs after a crash in between', () => {
  it('plans what has a row and no log', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 3);
    const { seasonId, meetings } = await aSeason(house, circle, { meetings: 2 });
    const id = randomUUID();
    const startsAt = meetings[1]!.starts_at.getTime() + 24 * hour;
    const day = new Date(startsAt).toISOString();
    const time = { localDate: day.slice(0, 10), localTime: day.slice(11, 16), timeZone: 'UTC', startsAt };
    await insertMeetings(house.db, [{ ...time, lengthMinutes: 45, id, circleId: circle.id, seasonId }]);
    await rowsOnly(circle);
    expect(await disagreements(house, circle.id)).not.toEqual([]);

    await settleMeeting(house, id);
    expect(await disagreements(house, circle.id)).toEqual([]);
    const version = (await house.rooms.state(id))?.version;
    await settleMeeting(house, id);
    expect((await house.rooms.state(id))?.version).toBe(version);
  });

  it('moves a log whose row was moved, and finds the season’s meetings at start-up', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 3);
    const { meetings } = await aSeason(house, circle, { meetings: 2 });
    const [first] = meetings;
    const moved = { localDate: '2027-01-05', localTime: '09:00', timeZone: 'UTC', lengthMinutes: 30 };
    const startsAt = Date.parse('2027-01-05T09:00:00Z');
    await setMeetingTime(house.db, first!.id, { ...moved, startsAt }, 'planned');
    expect(await disagreements(house, circle.id)).not.toEqual([]);
    await settleAll(house);
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('plans the rota anew when the log was skipped and nothing else happened', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 3);
    const { meetings } = await aSeason(house, circle, { meetings: 4 });
    must(await tellLog(house, meetings[0]!.id, { kind: 'meeting.skip', because: 'decided' }));
    await settleAll(house);
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('announces who takes over when only the absence or the departure was stored', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 4);
    const { meetings } = await aSeason(house, circle, { meetings: 4 });
    const [ana, ben] = circle.members;
    const at = new Date(house.now());
    await insertAbsence(house.db, { meetingId: meetings[0]!.id, personId: ana!, at });
    await endMembership(house.db, { circleId: circle.id, personId: ben!, how: 'left', at });
    await settleAll(house);
    const leads = await Promise.all(
      meetings.map(async (each) => (await house.rooms.state(each.id))?.lead.planned),
    );
    expect(leads[0]).not.toBe(ana);
    expect(leads).not.toContain(ben);
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('S1 holds on to the local time when the instant is not right for the zone any more', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 2, { timeZone: 'Europe/Berlin' });
    const { meetings } = await aSeason(house, circle, { meetings: 1 });
    const [row] = meetings;
    await house.db
      .updateTable('meeting')
      .set({ starts_at: new Date(row!.starts_at.getTime() + hour) })
      .where('id', '=', row!.id)
      .execute();
    await settleAll(house);
    expect(await listMeetings(house.db, circle.id)).toEqual([row]);
    expect((await house.rooms.state(row!.id))?.startsAt).toBe(row!.starts_at.getTime());
  });

  it('lets a meeting that began before it could be moved take place when its log says', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 2);
    const { meetings } = await aSeason(house, circle, { meetings: 1, firstInMs: 10 * 60_000 });
    const [row] = meetings;
    const [ana] = circle.members;
    const later = { localDate: '2027-01-05', localTime: '09:00', timeZone: 'UTC', lengthMinutes: 30 };
    const startsAt = Date.parse('2027-01-05T09:00:00Z');
    await setMeetingTime(house.db, row!.id, { ...later, startsAt }, 'planned');
    must(await ask(house, row!.id, null, { kind: 'attendance.arrive', person: ana! }));
    must(await ask(house, row!.id, ana!, { kind: 'meeting.start' }));
    await settleMeeting(house, row!.id);
    expect(await listMeetings(house.db, circle.id)).toMatchObject([
      { status: 'live', starts_at: row!.starts_at, local_time: row!.local_time, length_minutes: 60 },
    ]);
  });

  it('has ids that are the same for the same parts, and shaped like UUIDs', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.integer())), (parts) => {
        expect(derivedId(...parts)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        expect(derivedId(...parts)).toBe(derivedId(...parts));
        expect(derivedId(...parts, 'x')).not.toBe(derivedId(...parts));
      }),
    );
    expect(derivedId('a', 'b')).not.toBe(derivedId('ab'));
  });
});

/** What planning again would change although nothing has happened. */
async function restless(circle: Circle): Promise<unknown[]> {
  const row = await findCircle(opened.house.db, circle.id);
  return replan(await rotaOf(opened.house.db, row!), announcePlan).shifts;
}

type Step = {
  act: 'away' | 'back' | 'move' | 'skip' | 'restore' | 'add' | 'join' | 'leave';
  n: number;
  m: number;
};

async function take(house: House, circle: Circle, { act, n, m }: Step): Promise<unknown> {
  const rows = await listMeetings(house.db, circle.id);
  const row = rows[n % rows.length]!;
  const person = circle.members[m % circle.members.length]!;
  const at = { circleId: circle.id, meetingId: row.id };
  const day = new Date(house.now() + (3 + (n % 40)) * 24 * hour).toISOString().slice(0, 10);
  const wish = { localDate: day, localTime: `0${m % 10}:30`, lengthMinutes: 60 };
  if (act === 'away') return declareAbsence(house, person, at);
  if (act === 'back') return withdrawAbsence(house, person, at);
  if (act === 'move') return moveMeeting(house, person, { ...at, ...wish });
  if (act === 'skip') return skipMeeting(house, person, at);
  if (act === 'restore') return restoreMeeting(house, person, at);
  if (act === 'add') return addMeeting(house, person, { ...wish, id: randomUUID(), circleId: circle.id });
  if (act === 'join' && circle.members.length < 10) {
    const fresh = await aPerson(house, 'Nia');
    await join(house, circle.id, fresh);
    circle.members.push(fresh);
  } else if (act === 'leave' && circle.members.length > 2) {
    circle.members.splice(m % circle.members.length, 1);
    const ending = { circleId: circle.id, personId: person, how: 'left', at: new Date(house.now()) } as const;
    await endMembership(house.db, ending);
  }
  return afterMembershipChange(house, circle.id);
}

const step = fc.record({
  act: fc.constantFrom('away', 'away', 'back', 'move', 'skip', 'restore', 'add', 'join', 'leave'),
  n: fc.nat(100),
  m: fc.nat(100),
}) as fc.Arbitrary<Step>;

describe('whatever members do', () => {
  it('the log’s lead is the announced one and its times are the rows’, for many steps at once in two processes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        async (rounds) => {
          const houses = [opened.house, other.house];
          const circle = await aCircleOf(opened.house, 4);
          await aSeason(opened.house, circle, { meetings: 5 });
          for (const round of rounds) {
            await Promise.all(round.map((one, index) => take(houses[index % 2]!, circle, one)));
            expect(await disagreements(opened.house, circle.id)).toEqual([]);
            expect(await restless(circle)).toEqual([]);
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  }, 120_000);
});
