import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import { deleteGroupOrganizer } from '#db/group.ts';
import { recognise } from '#server/auth/recognise.ts';
import { foundCircle } from '#server/circles/found-circle.ts';
import { makeGroup } from '#server/groups/make-group.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { appointOrganizer } from '#server/people/appoint-organizer.ts';
import { lookAtRecoveryLink } from '#server/people/look-at-recovery-link.ts';
import { makeRecoveryLink } from '#server/people/make-recovery-link.ts';
import { redeemRecoveryLink } from '#server/people/redeem-recovery-link.ts';
import { relieveOrganizer } from '#server/people/relieve-organizer.ts';
import { rescuePerson } from '#server/people/rescue-person.ts';
import { signIn } from '#server/people/sign-in.ts';
import { aCircle, aLink, granted } from '#test/harness/circles.ts';
import { aPerson, type TestPerson } from '#test/harness/people.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

const hour = 3_600_000;
const from = { device: null, address: '192.0.2.1' };
const password = 'nine early starlings';
let ground: TestHouse;
let organizer: TestPerson;
const cuts: unknown[] = [];

beforeAll(async () => {
  ground = await openTestHouse({ settings: { passwordMemoryKib: 64 } });
  ground.house.cut = (whom) => void cuts.push(whom);
  organizer = await aPerson(ground.house, { name: 'Olga', isOrganizer: true });
});
afterAll(() => ground.close());

async function linkFor(person: TestPerson, maker = organizer): Promise<string> {
  const made = await makeRecoveryLink(ground.house, maker.id, {
    id: ground.house.newId(),
    personId: person.id,
  });
  if (isRefusal(made)) throw new Error(made.message);
  return made.url.split('/').at(-1) ?? '';
}

describe('a link to recover access', () => {
  test('opens once, sets the password, ends every sign-in and signs nobody in', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const token = await linkFor(anna);
    expect(await lookAtRecoveryLink(house, token)).toEqual({ isFirst: false });

    expect(await redeemRecoveryLink(house, { token, password })).toEqual({ redeemed: true });
    expect((await recognise(house, anna.cookie)).asker).toBeNull();
    expect(cuts).toContainEqual({ person: anna.id });
    expect(isRefusal(await signIn(house, anna, from))).toBe(true);
    expect(isRefusal(await signIn(house, { email: anna.email, password }, from))).toBe(false);
    expect(await redeemRecoveryLink(house, { token, password })).toMatchObject({ refused: 'link-spent' });
    expect(await lookAtRecoveryLink(house, token)).toBeNull();
  });

  test('of 50 who redeem it at once exactly one succeeds', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const token = await linkFor(anna);
    const tries = Array.from({ length: 50 }, (_, index) => `${password} ${index} times`);
    const answers = await Promise.all(
      tries.map((one) => redeemRecoveryLink(house, { token, password: one })),
    );
    const winner = answers.findIndex((answer) => 'redeemed' in answer);
    expect(answers.filter((answer) => 'redeemed' in answer)).toHaveLength(1);
    for (const answer of answers) if (isRefusal(answer)) expect(answer.refused).toBe('link-spent');
    const entered = await signIn(house, { email: anna.email, password: tries[winner] ?? '' }, from);
    expect(isRefusal(entered)).toBe(false);
  });

  test('using one ends every other, even when both are used at once', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const tokens = await Promise.all([1, 2, 3, 4].map(() => linkFor(anna)));
    const answers = await Promise.all(tokens.map((token) => redeemRecoveryLink(house, { token, password })));
    expect(answers.filter((answer) => 'redeemed' in answer)).toHaveLength(1);
    for (const token of tokens) expect(await lookAtRecoveryLink(house, token)).toBeNull();
  });

  test('is not spent by looking, nor by a password that is too weak', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const token = await linkFor(anna);
    for (const weak of ['short', 'password1', anna.email])
      expect(await redeemRecoveryLink(house, { token, password: weak })).toMatchObject({ field: 'password' });
    expect(await redeemRecoveryLink(house, { token, password })).toEqual({ redeemed: true });
  });

  test('dies after 24 hours', async () => {
    const { house, clock } = ground;
    const anna = await aPerson(house);
    const token = await linkFor(anna);
    clock.advance(24 * hour - 1);
    expect(await lookAtRecoveryLink(house, token)).not.toBeNull();
    clock.advance(1);
    expect(await redeemRecoveryLink(house, { token, password })).toMatchObject({ refused: 'link-spent' });
  });

  test('cannot be made from what the table holds', async () => {
    const { house } = ground;
    await linkFor(await aPerson(house));
    const rows = await house.db.selectFrom('one_time_link').selectAll().execute();
    for (const row of rows)
      for (const stolen of [row.token_hash, Buffer.from(row.token_hash, 'hex').toString('base64url'), row.id])
        expect(await lookAtRecoveryLink(house, stolen)).toBeNull();
  });

  test('the same form sent twice is one link, with the token shown last', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const wanted = { id: house.newId(), personId: anna.id };
    const urls: string[] = [];
    for (let twice = 0; twice < 2; twice++) {
      const made = await makeRecoveryLink(house, organizer.id, wanted);
      urls.push('url' in made ? (made.url.split('/').at(-1) ?? '') : '');
    }
    expect(await lookAtRecoveryLink(house, urls[0] ?? '')).toBeNull();
    expect(await lookAtRecoveryLink(house, urls[1] ?? '')).not.toBeNull();
    const ben = await aPerson(house);
    expect(await makeRecoveryLink(house, organizer.id, { ...wanted, personId: ben.id })).toMatchObject({
      refused: 'already-done',
    });
  });
});

describe('who may make one', () => {
  const make = (maker: TestPerson, person: TestPerson, groupId?: string) =>
    makeRecoveryLink(ground.house, maker.id, { id: ground.house.newId(), personId: person.id, groupId });

  test('an organizer for anyone but organizers, themselves included', async () => {
    const other = await aPerson(ground.house, { isOrganizer: true });
    const anna = await aPerson(ground.house);
    expect(await make(organizer, anna)).toHaveProperty('url');
    expect(await make(organizer, other)).toMatchObject({ refused: 'not-allowed' });
    expect(await make(organizer, organizer)).toMatchObject({ refused: 'not-allowed' });
    expect(await make(anna, other)).toMatchObject({ refused: 'not-found' });
    expect(await make(anna, anna)).toMatchObject({ refused: 'not-found' });
  });

  test('a group’s organizer only for people all of whose circles are in the group', async () => {
    const { house } = ground;
    const [gina, inside, both, outside] = await Promise.all([1, 2, 3, 4].map(() => aPerson(house)));
    if (!gina || !inside || !both || !outside) throw new Error();
    const groupId = house.newId();
    await makeGroup(house, gina.id, { id: groupId, name: 'Chapter' });
    const seat = async (person: TestPerson, group: string | null) => {
      const id = house.newId();
      const circle = { id, name: 'Circle', purpose: '', sizeLimit: 6, timeZone: 'UTC', groupId: group };
      const founder = group ? gina : person;
      await foundCircle(house, founder.id, circle);
      if (founder !== person)
        await house.db
          .insertInto('membership')
          .values({ id: house.newId(), circle_id: id, person_id: person.id, seat: 2 })
          .execute();
    };
    await seat(inside, groupId);
    await seat(both, groupId);
    await seat(both, null);

    expect(await make(gina, inside, groupId)).toHaveProperty('url');
    expect(await make(gina, both, groupId)).toMatchObject({ refused: 'not-allowed' });
    expect(await make(gina, outside, groupId)).toMatchObject({ refused: 'not-allowed' });
    expect(await make(gina, gina, groupId)).toMatchObject({ refused: 'not-allowed' });
    expect(await make(inside, inside, groupId)).toMatchObject({ refused: 'not-found' });
    expect(await make(gina, inside)).toMatchObject({ refused: 'not-found' });
  });
});

describe('a link opens no more than its maker answers for when it is used', () => {
  const tokenOf = async (maker: TestPerson, person: TestPerson, groupId?: string) => {
    const wanted = { id: ground.house.newId(), personId: person.id, ...(groupId ? { groupId } : {}) };
    return (
      granted(await makeRecoveryLink(ground.house, maker.id, wanted))
        .url.split('/')
        .at(-1) ?? ''
    );
  };
  /** A group with its organizer, and somebody all of whose circles are in it. */
  async function aGroup() {
    const { house } = ground;
    const [gina, anna] = [await aPerson(house), await aPerson(house)];
    const groupId = house.newId();
    granted(await makeGroup(house, gina.id, { id: groupId, name: 'Chapter' }));
    const { circleId } = await aCircle(house, { founder: gina.id, members: 1, groupId });
    granted(await redeemInvitation(house, anna.id, (await aLink(house, gina.id, circleId)).token));
    return { gina, anna, groupId };
  }
  async function isDead(token: string): Promise<void> {
    const { house } = ground;
    expect(await lookAtRecoveryLink(house, token)).toBeNull();
    expect(await redeemRecoveryLink(house, { token, password })).toMatchObject({ refused: 'link-spent' });
  }

  test('a group’s organizer’s is dead once the person belongs to a circle elsewhere', async () => {
    const { gina, anna, groupId } = await aGroup();
    const token = await tokenOf(gina, anna, groupId);
    expect(await lookAtRecoveryLink(ground.house, token)).not.toBeNull();
    const elsewhere = await aCircle(ground.house, { members: 1 });
    const { token: invitation } = await aLink(ground.house, elsewhere.people[0] ?? '', elsewhere.circleId);
    granted(await redeemInvitation(ground.house, anna.id, invitation));
    await isDead(token);
    expect((await recognise(ground.house, anna.cookie)).asker?.id).toBe(anna.id);
  });

  test('and once its maker does not look after the group any more', async () => {
    const { gina, anna, groupId } = await aGroup();
    const token = await tokenOf(gina, anna, groupId);
    await deleteGroupOrganizer(ground.house.db, groupId, gina.id);
    await isDead(token);
  });

  test('an organizer’s is dead once either of the two is an organizer no more, or has become one', async () => {
    const { house } = ground;
    const [deputy, anna, ben] = [
      await aPerson(house, { isOrganizer: true }),
      await aPerson(house),
      await aPerson(house),
    ];
    const [forAnna, forBen] = [await tokenOf(deputy, anna), await tokenOf(deputy, ben)];
    granted(await appointOrganizer(house, organizer.id, anna.id));
    await isDead(forAnna);
    granted(await relieveOrganizer(house, organizer.id, deputy.id));
    await isDead(forBen);
  });

  test('what nobody made for somebody else stays good', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    granted(await appointOrganizer(house, organizer.id, anna.id));
    const token =
      granted(await rescuePerson(house, anna.email))
        .url.split('/')
        .at(-1) ?? '';
    expect(await redeemRecoveryLink(house, { token, password })).toEqual({ redeemed: true });
  });
});
