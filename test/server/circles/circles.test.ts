import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCircleFor } from '#db/circle.ts';
import { listMembers } from '#db/membership.ts';
import { foundCircle } from '#server/circles/found-circle.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import type { Cut } from '#server/house.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { aCircle, aLink, granted, somebody } from '#test/harness/circles.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

let opened: TestHouse;

beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

const wish = { name: 'Ours', purpose: 'To learn', sizeLimit: 5, timeZone: 'Europe/Berlin', groupId: null };

test('the founder sits on the first seat, and the room that is always open stands', async () => {
  const { house } = opened;
  const founder = await somebody(house);
  const { circleId } = granted(await foundCircle(house, founder, { id: house.newId(), ...wish }));

  const members = await listMembers(house.db, circleId);
  expect(members.map(({ person_id, seat }) => ({ person_id, seat }))).toEqual([
    { person_id: founder, seat: 1 },
  ]);
  const room = await house.db.selectFrom('room').selectAll().where('id', '=', circleId).executeTakeFirst();
  expect(room).toMatchObject({ circle_id: circleId, meeting_id: null });
});

test('the same form sent twice at once founds one circle, and both answers agree', async () => {
  const { house } = opened;
  const founder = await somebody(house);
  const id = house.newId();
  const answers = await Promise.all([1, 2, 3].map(() => foundCircle(house, founder, { id, ...wish })));

  expect(answers).toEqual([{ circleId: id }, { circleId: id }, { circleId: id }]);
  expect(await listMembers(house.db, id)).toHaveLength(1);
});

test('a form with the id of somebody else’s circle founds nothing and lets nobody in', async () => {
  const { house } = opened;
  const { circleId } = await aCircle(house, { members: 1 });
  const other = await somebody(house);

  expect(await foundCircle(house, other, { id: circleId, ...wish })).toMatchObject({
    refused: 'command-id-taken',
  });
  expect(await findCircleFor(house.db, other, circleId)).toBeNull();
});

test('a circle is founded in a group only by who looks after it', async () => {
  const { house } = opened;
  const stranger = await somebody(house);
  const circle = { id: house.newId(), ...wish, groupId: house.newId() };
  expect(await foundCircle(house, stranger, circle)).toMatchObject({ refused: 'not-found' });
});

test('seats follow one another, and who comes back gets a new one', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 3, sizeLimit: 6 });
  const [first, second] = people as [string, string];
  granted(await leaveCircle(house, second, circleId));
  const { token } = await aLink(house, first, circleId);
  granted(await redeemInvitation(house, second, token));

  const members = await listMembers(house.db, circleId);
  expect(members.map((member) => member.seat)).toEqual([1, 3, 4]);
  expect(members.at(-1)?.person_id).toBe(second);
});

test('whoever leaves is cut from the circle at once and sees nothing of it any more', async () => {
  const { house } = opened;
  const { circleId, people } = await aCircle(house, { members: 4 });
  const leaver = people[2] ?? '';
  const cuts: Cut[] = [];
  const before = house.cut;
  house.cut = (cut) => cuts.push(cut);
  granted(await leaveCircle(house, leaver, circleId));
  house.cut = before;

  expect(cuts).toEqual([{ person: leaver, circle: circleId }]);
  expect(await findCircleFor(house.db, leaver, circleId)).toBeNull();
  expect(await leaveCircle(house, leaver, circleId)).toMatchObject({ refused: 'not-found' });
});
