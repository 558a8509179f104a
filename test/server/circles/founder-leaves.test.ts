import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCircleFor } from '#db/circle.ts';
import { listMeetings } from '#db/meeting.ts';
import { findNextMeeting } from '#db/meetings-ahead.ts';
import { listMemberIds } from '#db/membership.ts';
import { arrangeCircle } from '#server/circles/arrange-circle.ts';
import { describeCircle } from '#server/circles/describe-circle.ts';
import { endAllMemberships } from '#server/circles/end-all-memberships.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { planSeason } from '#server/seasons/plan-season.ts';
import { aCircle, aLink, granted, somebody } from '#test/harness/circles.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

let opened: TestHouse;

beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

async function aCircleWithSeason() {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 4, sizeLimit: 6 });
  const run = { firstDate: '2026-12-03', everyWeeks: 2, count: 5, localTime: '18:00' };
  const season = { id: house.newId(), circleId, timeZone: 'Europe/Berlin', lengthMinutes: 60, ...run };
  granted(await planSeason(house, people[0] ?? '', season));
  return { circleId, people };
}

async function expectAllStands(circleId: string, left: string, stayed: string[]) {
  const { house } = opened;
  expect(await listMemberIds(house.db, circleId)).toEqual(stayed);
  expect(await findCircleFor(house.db, left, circleId)).toBeNull();
  const meetings = await listMeetings(house.db, circleId);
  expect(meetings.map((meeting) => meeting.status)).toEqual(Array(5).fill('planned'));
  const next = await findNextMeeting(house.db, circleId, new Date(house.now()));
  expect(stayed).toContain(next?.facilitator_id);

  const [one, two] = stayed as [string, string];
  granted(await describeCircle(house, one, { circleId, name: 'Still here', purpose: '' }));
  granted(await arrangeCircle(house, two, { circleId, sizeLimit: 7, timeZone: 'UTC' }));
  const { token } = await aLink(house, two, circleId);
  granted(await redeemInvitation(house, await somebody(house), token));
  const lead = (await findNextMeeting(house.db, circleId, new Date(house.now())))?.facilitator_id ?? '';
  const other = stayed.find((person) => person !== lead) ?? '';
  granted(await removeMember(house, lead, { circleId, personId: other }));
}

test('the founder leaves: the meetings stand, are led, and every rule still works', async () => {
  const { circleId, people } = await aCircleWithSeason();
  const [founder = '', ...stayed] = people;
  granted(await leaveCircle(opened.house, founder, circleId));
  await expectAllStands(circleId, founder, stayed);
});

test('the founder’s account ends: the same, in all of their circles at once', async () => {
  const { house } = opened;
  const first = await aCircleWithSeason();
  const [founder = '', ...stayed] = first.people;
  const second = await aCircle(house, { founder, members: 2 });
  const ended = await house.db.transaction().execute((tx) => {
    return endAllMemberships(house, tx, founder, 'closed-account');
  });

  expect(ended.circleIds).toEqual([first.circleId, second.circleId].sort());
  expect(await listMemberIds(house.db, second.circleId)).toEqual([second.people[1]]);
  const { afterDeparture } = await import('#server/circles/after-departure.ts');
  for (const circleId of ended.circleIds) await afterDeparture(house, { circleId, personId: founder });
  await expectAllStands(first.circleId, founder, stayed);
});

test('nobody joins with an account that is closed in the same moment', async () => {
  const { house } = opened;
  for (let round = 0; round < 10; round++) {
    const { circleId, people } = await aCircle(house, { members: 1, sizeLimit: 10 });
    const { token } = await aLink(house, people[0] ?? '', circleId);
    const person = await somebody(house);
    const close = house.db.transaction().execute(async (tx) => {
      await endAllMemberships(house, tx, person, 'closed-account');
      await tx.updateTable('person').set({ closed_at: new Date() }).where('id', '=', person).execute();
    });
    await Promise.all([close, redeemInvitation(house, person, token)]);
    expect(await listMemberIds(house.db, circleId)).toEqual([people[0]]);
  }
});
