import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import { listInvitations } from '#db/invitation.ts';
import { listMemberIds } from '#db/membership.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { revokeInvitation } from '#server/invitations/revoke-invitation.ts';
import { aCircle, aLink, granted, somebody, somePeople } from '#test/harness/circles.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

let opened: TestHouse;

beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

async function redeemAll(people: string[], token: string) {
  const answers = await Promise.all(people.map((person) => redeemInvitation(opened.house, person, token)));
  const refused = answers.filter(isRefusal).map((answer) => answer.refused);
  return { joined: answers.length - refused.length, refused };
}

test('R2 twenty people open a link for five at once: exactly five join, each recorded once', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 1, sizeLimit: 10 });
  const { id, token } = await aLink(house, people[0] ?? '', circleId, { mostUses: 5 });
  const { joined, refused } = await redeemAll(await somePeople(house, 20), token);

  expect(joined).toBe(5);
  expect(refused).toEqual(Array(15).fill('link-spent'));
  const members = await listMemberIds(house.db, circleId);
  expect(members).toHaveLength(6);
  const link = (await listInvitations(house.db, circleId, new Date(0))).find((one) => one.id === id);
  expect(link?.uses).toBe(5);
  expect(link?.usedBy.map((use) => use.personId).sort()).toEqual(members.slice(1).sort());
});

test('a circle for five never gets a sixth member, however many links and people come at once', async () => {
  const { house } = opened;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 9 }),
      async (links, comers) => {
        const { circleId, people } = await aCircle(house, { members: 1, sizeLimit: 5 });
        const tokens = await Promise.all(
          Array.from({ length: links }, () => aLink(house, people[0] ?? '', circleId)),
        );
        const all = await somePeople(house, comers);
        const answers = await Promise.all(
          all.map((person, index) => redeemInvitation(house, person, tokens[index % links]?.token ?? '')),
        );

        const members = (await listMemberIds(house.db, circleId)).length;
        expect(members).toBe(Math.min(5, 1 + comers));
        expect(answers.filter(isRefusal).every((answer) => answer.refused === 'circle-full')).toBe(true);
        const used = (await listInvitations(house.db, circleId, new Date(0))).map((link) => link.uses);
        expect(used.reduce((sum, uses) => sum + uses, 0)).toBe(members - 1);
      },
    ),
    { numRuns: 12 },
  );
});

test('the same person at once in many tabs takes one seat and one use', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 1, sizeLimit: 6 });
  const { token } = await aLink(house, people[0] ?? '', circleId);
  const person = await somebody(house);
  const answers = await Promise.all([1, 2, 3, 4].map(() => redeemInvitation(house, person, token)));

  expect(answers.filter((answer) => 'joined' in answer && answer.joined)).toHaveLength(1);
  expect(answers.every((answer) => !isRefusal(answer))).toBe(true);
  const [link] = await listInvitations(house.db, circleId, new Date(0));
  expect(link?.uses).toBe(1);
});

test('R1 a link ends to the millisecond', async () => {
  const { house, clock } = opened;
  const { circleId, people } = await aCircle(house, { members: 1 });
  const { token } = await aLink(house, people[0] ?? '', circleId, { days: 1 });
  const [early, late] = (await somePeople(house, 2)) as [string, string];

  clock.advance(86_400_000 - 1);
  expect(await redeemInvitation(house, early, token)).toMatchObject({ joined: true });
  clock.advance(1);
  expect(await redeemInvitation(house, late, token)).toMatchObject({ refused: 'link-spent' });
});

test('R3 a revoked link is dead at once, also for those who press at the same moment', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 1, sizeLimit: 10 });
  const founder = people[0] ?? '';
  const { id, token } = await aLink(house, founder, circleId);
  const comers = await somePeople(house, 8);
  const [{ joined }] = await Promise.all([
    redeemAll(comers, token),
    revokeInvitation(house, founder, { circleId, invitationId: id }),
  ]);

  expect(await listMemberIds(house.db, circleId)).toHaveLength(1 + joined);
  expect(await redeemInvitation(house, await somebody(house), token)).toMatchObject({
    refused: 'link-spent',
  });
});

test('a link dies when the member who made it leaves', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 2 });
  const maker = people[1] ?? '';
  const { token } = await aLink(house, maker, circleId);
  granted(await leaveCircle(house, maker, circleId));

  expect(await redeemInvitation(house, await somebody(house), token)).toMatchObject({
    refused: 'link-spent',
  });
});

test('R4 a removed member does not come back by a link from before, and does by a later one', async () => {
  const { house, clock } = opened;
  const { circleId, people } = await aCircle(house, { members: 3 });
  const [founder, , removed] = people as [string, string, string];
  const before = await aLink(house, founder, circleId);
  granted(await removeMember(house, founder, { circleId, personId: removed }));
  clock.advance(1);
  const after = await aLink(house, founder, circleId);

  expect(await redeemInvitation(house, removed, before.token)).toMatchObject({ refused: 'link-spent' });
  expect(await redeemInvitation(house, removed, after.token)).toMatchObject({ joined: true });
});

test('R2 who left comes back by a new link, not by the one they came with', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 1 });
  const founder = people[0] ?? '';
  const first = await aLink(house, founder, circleId);
  const person = await somebody(house);
  granted(await redeemInvitation(house, person, first.token));
  granted(await leaveCircle(house, person, circleId));

  expect(await redeemInvitation(house, person, first.token)).toMatchObject({ refused: 'link-spent' });
  const second = await aLink(house, founder, circleId);
  expect(await redeemInvitation(house, person, second.token)).toMatchObject({ joined: true });
});

test('what is no link at all is spent too', async () => {
  const { house } = opened;
  const person = await somebody(house);
  for (const token of ['', 'x', house.newToken(), 'a'.repeat(10_000)])
    expect(await redeemInvitation(house, person, token)).toMatchObject({ refused: 'link-spent' });
});
