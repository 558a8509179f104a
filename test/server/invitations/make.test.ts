import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { lookAtInvitation } from '#server/invitations/look-at-invitation.ts';
import { makeInvitation } from '#server/invitations/make-invitation.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { revokeInvitation } from '#server/invitations/revoke-invitation.ts';
import { aCircle, aLink, granted, somebody } from '#test/harness/circles.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

let opened: TestHouse;

beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

test('only the hash of a link is kept', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 1 });
  const { id, token } = await aLink(house, people[0] ?? '', circleId);
  const row = await house.db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst();

  expect(JSON.stringify(row)).not.toContain(token);
  expect(row?.token_hash).toMatch(/^[0-9a-f]{64}$/);
});

test('the same form sent twice makes one link and shows the same one', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 1 });
  const founder = people[0] ?? '';
  const form = { id: house.newId(), token: house.newToken(), circleId, days: 7 as const, mostUses: 3 };
  const answers = await Promise.all([1, 2].map(() => makeInvitation(house, founder, form)));

  expect(answers[0]).toEqual(answers[1]);
  const found = await house.db
    .selectFrom('invitation')
    .selectAll()
    .where('circle_id', '=', circleId)
    .execute();
  expect(found).toHaveLength(1);
  const otherToken = await makeInvitation(house, founder, { ...form, token: house.newToken() });
  expect(otherToken).toMatchObject({ refused: 'command-id-taken' });
});

test('a link is made and revoked by members only', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 2 });
  const stranger = await somebody(house);
  const form = { id: house.newId(), token: house.newToken(), circleId, days: 7 as const, mostUses: 3 };
  expect(await makeInvitation(house, stranger, form)).toMatchObject({ refused: 'not-found' });

  const { id: invitationId } = await aLink(house, people[0] ?? '', circleId);
  const elsewhere = await aCircle(house, { members: 1 });
  const revoke = (person: string, circle: string) =>
    revokeInvitation(house, person, { circleId: circle, invitationId });
  expect(await revoke(stranger, circleId)).toMatchObject({ refused: 'not-found' });
  expect(await revoke(elsewhere.people[0] ?? '', elsewhere.circleId)).toMatchObject({ refused: 'not-found' });
  expect(await revoke(people[1] ?? '', circleId)).toEqual({ revoked: true });
  expect(await revoke(people[1] ?? '', circleId)).toEqual({ revoked: true });
});

test('looking shows who invites and the rules, as often as one likes, and uses nothing up', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 2, name: 'Bridge' });
  const { token } = await aLink(house, people[1] ?? '', circleId, { mostUses: 1 });
  const person = await somebody(house);
  for (const visitor of [null, person, null]) {
    expect(await lookAtInvitation(house, visitor, token)).toMatchObject({
      state: 'open',
      circle: { name: 'Bridge', rules: { invite: 'any-member', plan: 'any-member', remove: 'facilitator' } },
      inviter: 'Person 2',
      members: 2,
      isFull: false,
    });
  }
  expect(await lookAtInvitation(house, people[0] ?? '', token)).toEqual({ state: 'member', circleId });

  granted(await redeemInvitation(house, person, token));
  const other = await somebody(house);
  expect(await lookAtInvitation(house, other, token)).toEqual({ state: 'used-up' });
});

test('a dead link says why and nothing else', async () => {
  const { house, clock } = opened;
  const { circleId, people } = await aCircle(house, { members: 2 });
  const gone = await aLink(house, people[1] ?? '', circleId, { days: 14 });
  const old = await aLink(house, people[0] ?? '', circleId, { days: 1 });
  granted(await leaveCircle(house, people[1] ?? '', circleId));
  clock.advance(86_400_000);

  expect(await lookAtInvitation(house, null, gone.token)).toEqual({ state: 'revoked' });
  expect(await lookAtInvitation(house, null, old.token)).toEqual({ state: 'expired' });
  expect(await lookAtInvitation(house, null, house.newToken())).toEqual({ state: 'unknown' });
});
