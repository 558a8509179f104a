import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import { listAsks } from '#db/ask.ts';
import { listOffers } from '#db/offer.ts';
import { listLinksFor } from '#db/one-time-link.ts';
import { recognise } from '#server/auth/recognise.ts';
import { appointOrganizer } from '#server/people/appoint-organizer.ts';
import { changePassword } from '#server/people/change-password.ts';
import { closeAccount } from '#server/people/close-account.ts';
import { lookAtRecoveryLink } from '#server/people/look-at-recovery-link.ts';
import { makeRecoveryLink } from '#server/people/make-recovery-link.ts';
import { putAsk } from '#server/people/put-ask.ts';
import { putOffer } from '#server/people/put-offer.ts';
import { relieveOrganizer } from '#server/people/relieve-organizer.ts';
import { signIn } from '#server/people/sign-in.ts';
import { aCircle, granted } from '#test/harness/circles.ts';
import { aPerson, type TestPerson } from '#test/harness/people.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

const address = '192.0.2.1';
const from = { device: null, address };
const newPassword = 'nine early starlings';
let ground: TestHouse;
let organizer: TestPerson;
const cuts: unknown[] = [];

beforeAll(async () => {
  ground = await openTestHouse({ settings: { passwordMemoryKib: 64 } });
  ground.house.cut = (whom) => void cuts.push(whom);
  organizer = await aPerson(ground.house, { isOrganizer: true });
});
afterAll(() => ground.close());

describe('changing the password', () => {
  test('ends every other sign-in and every open link, and keeps this one', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const phone = granted(await signIn(house, anna, from)).token;
    const wanted = { id: house.newId(), personId: anna.id };
    const link =
      granted(await makeRecoveryLink(house, organizer.id, wanted))
        .url.split('/')
        .at(-1) ?? '';
    cuts.length = 0;

    const change = { currentPassword: anna.password, newPassword, address };
    expect(await changePassword(house, actorOf(anna), change)).toEqual({ ended: 1 });
    expect((await recognise(house, anna.cookie)).asker?.id).toBe(anna.id);
    expect((await recognise(house, `__Host-sid=${phone}`)).asker).toBeNull();
    expect(cuts).toHaveLength(1);
    expect(await lookAtRecoveryLink(house, link)).toBeNull();
    expect(isRefusal(await signIn(house, anna, from))).toBe(true);
    expect(isRefusal(await signIn(house, { email: anna.email, password: newPassword }, from))).toBe(false);
  });

  test('wants the present password, and a good new one', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const wrong = { currentPassword: 'six loud herons', newPassword, address };
    expect(await changePassword(house, actorOf(anna), wrong)).toMatchObject({ field: 'currentPassword' });
    const weak = { currentPassword: anna.password, newPassword: 'password1', address };
    expect(await changePassword(house, actorOf(anna), weak)).toMatchObject({ field: 'newPassword' });
    expect((await recognise(house, anna.cookie)).asker?.id).toBe(anna.id);
  });

  test('a sign-in with the old password that crosses it does not stay', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const change = { currentPassword: anna.password, newPassword, address };
    const [, ...entered] = await Promise.all([
      changePassword(house, actorOf(anna), change),
      ...Array.from({ length: 8 }, () => signIn(house, anna, from)),
    ]);
    for (const answer of entered) {
      if (!('token' in answer)) continue;
      expect((await recognise(house, `__Host-sid=${answer.token}`)).asker).toBeNull();
    }
  });
});

describe('closing an account', () => {
  test('leaves a row without a name, and nothing else of the person', async () => {
    const { house } = ground;
    const anna = await aPerson(house, { name: 'Anna Lindqvist' });
    const { circleId } = await aCircle(house, { founder: anna.id });
    await putOffer(house, anna.id, { id: house.newId(), topic: 'Estimating', level: 3 });
    await putAsk(house, anna.id, { id: house.newId(), topic: 'Contracts', priority: 2, least_level: 2 });
    await makeRecoveryLink(house, organizer.id, { id: house.newId(), personId: anna.id });
    cuts.length = 0;

    expect(await closeAccount(house, anna.id, { password: 'six loud herons', address })).toMatchObject({
      field: 'password',
    });
    expect(await closeAccount(house, anna.id, { password: anna.password, address })).toEqual({
      closed: true,
    });

    const row = await house.db
      .selectFrom('person')
      .selectAll()
      .where('id', '=', anna.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ name: 'Former member', email: null, password_hash: null, about: '' });
    expect(JSON.stringify(row)).not.toMatch(/Lindqvist|rondo\.example/);
    expect(row.closed_at).not.toBeNull();
    expect(await listOffers(house.db, [anna.id])).toEqual([]);
    expect(await listAsks(house.db, [anna.id])).toEqual([]);
    expect(await listLinksFor(house.db, anna.id, new Date(0))).toEqual([]);
    expect((await recognise(house, anna.cookie)).asker).toBeNull();
    expect(isRefusal(await signIn(house, anna, from))).toBe(true);
    const left = await house.db
      .selectFrom('membership')
      .select(['left_how'])
      .where('person_id', '=', anna.id)
      .execute();
    expect(left).toEqual([{ left_how: 'closed-account' }]);
    expect(cuts).toEqual([{ person: anna.id }, { person: anna.id, circle: circleId }]);
    // The address is free again.
    expect((await aPerson(house, { email: anna.email })).id).not.toBe(anna.id);
  });
});

describe('organizers of the installation', () => {
  test('one always remains, however many go at once', async () => {
    const lone = await openTestHouse({ settings: { passwordMemoryKib: 64 } });
    try {
      const { house } = lone;
      const first = await aPerson(house, { isOrganizer: true });
      expect(await relieveOrganizer(house, first.id, first.id)).toMatchObject({ refused: 'not-allowed' });
      const close = { password: first.password, address };
      expect(await closeAccount(house, first.id, close)).toMatchObject({ refused: 'not-allowed' });

      const others = await Promise.all([1, 2, 3].map(() => aPerson(house)));
      for (const other of others) granted(await appointOrganizer(house, first.id, other.id));
      const all = [first, ...others];
      await Promise.all([
        ...all.slice(0, 2).map((one) => closeAccount(house, one.id, close)),
        ...all.slice(2).map((one) => relieveOrganizer(house, one.id, one.id)),
      ]);
      const left = await house.db.selectFrom('organizer').select('person_id').execute();
      expect(left).toHaveLength(1);
    } finally {
      await lone.close();
    }
  });

  test('are made and relieved by organizers only', async () => {
    const { house } = ground;
    const [anna, ben] = [await aPerson(house), await aPerson(house)];
    expect(await appointOrganizer(house, anna.id, anna.id)).toMatchObject({ refused: 'not-found' });
    expect(await relieveOrganizer(house, anna.id, organizer.id)).toMatchObject({ refused: 'not-found' });
    granted(await appointOrganizer(house, organizer.id, ben.id));
    expect((await recognise(house, ben.cookie)).asker?.isOrganizer).toBe(true);
    granted(await relieveOrganizer(house, organizer.id, ben.id));
    expect((await recognise(house, ben.cookie)).asker?.isOrganizer).toBe(false);
    const unknown = house.newId();
    expect(await appointOrganizer(house, organizer.id, unknown)).toMatchObject({ refused: 'not-found' });
  });
});

function actorOf(person: TestPerson) {
  return { id: person.id, sessionId: person.sessionId };
}
