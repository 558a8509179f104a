import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSetUp } from '#db/installation.ts';
import { recognise } from '#server/auth/recognise.ts';
import { standardFigures } from '#server/limits/figures.ts';
import { setUp } from '#server/people/set-up.ts';
import { type NewAccount, signUp } from '#server/people/sign-up.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

let free: TestHouse;

beforeAll(async () => {
  free = await openTestHouse({ settings: { passwordMemoryKib: 64 } });
});
afterAll(() => free.close());

let number = 0;
function account(wanted: Partial<NewAccount> = {}): NewAccount {
  return {
    id: free.house.newId(),
    name: 'Anna',
    email: `anna${++number}@rondo.example`,
    password: 'seven quiet herons',
    timeZone: 'Europe/Berlin',
    device: null,
    address: '192.0.2.1',
    ...wanted,
  };
}

async function askerOf(answer: Awaited<ReturnType<typeof signUp>>) {
  if (!('token' in answer)) throw new Error(answer.message);
  return (await recognise(free.house, `__Host-sid=${answer.token}`)).asker;
}

const people = async () =>
  (await free.house.db.selectFrom('person').select(['id', 'email']).execute()).length;

describe('the first run', () => {
  test('of many who try at once exactly one looks after the installation', async () => {
    const forms = Array.from({ length: 12 }, () => account());
    const answers = await Promise.all(forms.map((form) => setUp(free.house, form)));
    const winners = answers.filter((answer) => 'token' in answer);
    expect(winners).toHaveLength(1);
    for (const answer of answers) if (!('token' in answer)) expect(answer.refused).toBe('already-done');
    expect(await people()).toBe(1);
    expect(await free.house.db.selectFrom('organizer').select('person_id').execute()).toHaveLength(1);
    expect((await askerOf(winners[0]!))?.isOrganizer).toBe(true);
    expect(await isSetUp(free.house.db)).toBe(true);
  });

  test('a second visitor cannot repeat it', async () => {
    const before = await people();
    expect(await setUp(free.house, account())).toMatchObject({ refused: 'already-done' });
    expect(await people()).toBe(before);
  });

  test('the same form sent twice signs the same person in', async () => {
    const other = await openTestHouse({ settings: { passwordMemoryKib: 64 } });
    try {
      const form = account();
      const answers = await Promise.all([setUp(other.house, form), setUp(other.house, form)]);
      expect(answers.map((answer) => 'personId' in answer && answer.personId)).toEqual([form.id, form.id]);
      expect(await setUp(other.house, { ...form, password: 'something else now' })).toMatchObject({
        refused: 'wrong-credentials',
      });
    } finally {
      await other.close();
    }
  });

  test('a weak password makes nothing', async () => {
    const other = await openTestHouse();
    try {
      const weak = await setUp(other.house, account({ password: 'password1' }));
      expect(weak).toMatchObject({ refused: 'bad-input', field: 'password' });
      expect(await isSetUp(other.house.db)).toBe(false);
    } finally {
      await other.close();
    }
  });
});

describe('signing up', () => {
  test('makes an account and signs it in', async () => {
    const form = account({ name: 'Jürgen' });
    expect(await askerOf(await signUp(free.house, form))).toMatchObject({
      id: form.id,
      name: 'Jürgen',
      email: form.email,
      isOrganizer: false,
    });
  });

  test('the same form sent many times at once makes one account', async () => {
    const form = account();
    const before = await people();
    const answers = await Promise.all(Array.from({ length: 8 }, () => signUp(free.house, form)));
    expect(answers.map((answer) => 'personId' in answer && answer.personId)).toEqual(Array(8).fill(form.id));
    expect(await people()).toBe(before + 1);
  });

  test('with an address that has an account: in with its password, out without', async () => {
    const first = account();
    await signUp(free.house, first);
    const again = account({ email: first.email });
    expect((await askerOf(await signUp(free.house, again)))?.id).toBe(first.id);
    const wrong = await signUp(free.house, { ...again, password: 'six loud herons' });
    expect(wrong).toMatchObject({ refused: 'wrong-credentials', field: 'email' });
  });

  test('with an id that somebody else has changes nothing of theirs', async () => {
    const first = account();
    await signUp(free.house, first);
    const thief = account({ id: first.id, password: 'six loud herons' });
    expect(await signUp(free.house, thief)).toMatchObject({ refused: 'wrong-credentials' });
    const row = await free.house.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', first.id)
      .executeTakeFirst();
    expect(row?.email).toBe(first.email);
  });

  test('refuses a weak password at its field', async () => {
    const weak = await signUp(free.house, account({ name: 'Anna Lindqvist', password: 'lindqvist-2026' }));
    expect(weak).toMatchObject({ refused: 'bad-input', field: 'password' });
  });

  test('counts only wrong passwords of accounts that exist', async () => {
    const limited = await openTestHouse({ settings: { passwordMemoryKib: 64 }, figures: standardFigures });
    try {
      const form = account();
      const send = (password: string) => signUp(limited.house, { ...form, password });
      for (let time = 0; time < 6; time++)
        expect(await send('password1')).toMatchObject({ refused: 'bad-input' });
      for (let time = 0; time < 6; time++) expect(await send(form.password)).toHaveProperty('token');
      for (let time = 0; time < 5; time++)
        expect(await send('six loud herons')).toMatchObject({ refused: 'wrong-credentials' });
      expect(await send(form.password)).toMatchObject({ refused: 'slow-down' });
    } finally {
      await limited.close();
    }
  });
});
