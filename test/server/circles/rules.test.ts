import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CircleRules } from '#app/domain/circle/rules.ts';
import { findCircle, findCircleFor } from '#db/circle.ts';
import { findNextMeeting } from '#db/meetings-ahead.ts';
import { arrangeCircle } from '#server/circles/arrange-circle.ts';
import { changeRules } from '#server/circles/change-rules.ts';
import { describeCircle } from '#server/circles/describe-circle.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { makeInvitation } from '#server/invitations/make-invitation.ts';
import { planSeason } from '#server/seasons/plan-season.ts';
import { aCircle, granted, somebody } from '#test/harness/circles.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

let opened: TestHouse;

beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

const strict: CircleRules = { invite: 'facilitator', plan: 'facilitator', remove: 'facilitator' };

/** A circle with a season, strict rules, and who leads its next meeting. */
async function aStrictCircle(members = 4) {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members });
  granted(await changeRules(house, people[0] ?? '', { circleId, rules: strict }));
  await aSeason(circleId, people[0] ?? '');
  const lead = (await findNextMeeting(house.db, circleId, new Date(house.now())))?.facilitator_id ?? '';
  expect(people).toContain(lead);
  return { circleId, people, lead, others: people.filter((person) => person !== lead) };
}

async function aSeason(circleId: string, planner: string) {
  const run = { firstDate: '2026-12-03', everyWeeks: 2, count: 6, localTime: '18:00' };
  const season = { id: opened.house.newId(), circleId, timeZone: 'Europe/Berlin', lengthMinutes: 60, ...run };
  granted(await planSeason(opened.house, planner, season));
}

test('R3 under strict rules only the facilitator of the next meeting invites, arranges and removes', async () => {
  const { house } = opened;
  const { circleId, lead, others } = await aStrictCircle();
  const [one, two] = others as [string, string];
  const link = () => ({
    id: house.newId(),
    token: house.newToken(),
    circleId,
    days: 7 as const,
    mostUses: 1,
  });
  const size = { circleId, sizeLimit: 8, timeZone: 'Europe/Lisbon' };

  expect(await makeInvitation(house, one, link())).toMatchObject({ refused: 'not-allowed' });
  expect(await arrangeCircle(house, one, size)).toMatchObject({ refused: 'not-allowed' });
  expect(await removeMember(house, one, { circleId, personId: two })).toMatchObject({
    refused: 'not-allowed',
  });

  granted(await makeInvitation(house, lead, link()));
  granted(await arrangeCircle(house, lead, size));
  granted(await removeMember(house, lead, { circleId, personId: two }));
  expect(await findCircleFor(house.db, two, circleId)).toBeNull();
});

test('R4 when the facilitator leaves, somebody else may act at once', async () => {
  const { house } = opened;
  const { circleId, lead, others } = await aStrictCircle();
  granted(await leaveCircle(house, lead, circleId));

  const next = (await findNextMeeting(house.db, circleId, new Date(house.now())))?.facilitator_id;
  const able = next ?? others[0] ?? '';
  granted(await arrangeCircle(house, able, { circleId, sizeLimit: 9, timeZone: 'UTC' }));
});

test('R5 every member changes name and purpose; a stranger learns nothing', async () => {
  const { house } = opened;
  const { circleId, others } = await aStrictCircle();
  const words = { circleId, name: 'Renamed', purpose: 'Another one' };
  granted(await describeCircle(house, others[0] ?? '', words));
  expect(await findCircle(house.db, circleId)).toMatchObject({ name: 'Renamed', purpose: 'Another one' });
  expect(await describeCircle(house, await somebody(house), words)).toMatchObject({ refused: 'not-found' });
});

test('R6 who is not let act by a rule cannot loosen it', async () => {
  const { house } = opened;
  const { circleId, lead, others } = await aStrictCircle();
  const loose = { circleId, rules: { ...strict, remove: 'any-member' as const } };

  expect(await changeRules(house, others[0] ?? '', loose)).toMatchObject({ refused: 'not-allowed' });
  granted(await changeRules(house, lead, loose));
  expect(await findCircle(house.db, circleId)).toMatchObject({ remove_rule: 'any-member' });
});

test('R7 nobody removes themselves, and nobody removes who is no member', async () => {
  const { house } = opened;
  const { circleId, lead } = await aStrictCircle();
  const stranger = await somebody(house);
  expect(await removeMember(house, lead, { circleId, personId: lead })).toMatchObject({
    refused: 'not-allowed',
  });
  for (const personId of [stranger, 'no-id', ''])
    expect(await removeMember(house, lead, { circleId, personId })).toMatchObject({ refused: 'not-found' });
});

test('R8 a circle is never made smaller than it is', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 6 });
  const arrange = (sizeLimit: number) =>
    arrangeCircle(house, people[3] ?? '', { circleId, sizeLimit, timeZone: 'UTC' });

  expect(await arrange(5)).toMatchObject({ refused: 'bad-input', field: 'sizeLimit' });
  expect(await arrange(11)).toMatchObject({ refused: 'bad-input', field: 'sizeLimit' });
  granted(await arrange(6));
});
