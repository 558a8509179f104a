import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { mailRecoveryLink } from '#server/mail/mail-recovery-link.ts';
import { openTransport } from '#server/mail/transport.ts';
import { askRecovery } from '#server/people/ask-recovery.ts';
import { changePassword } from '#server/people/change-password.ts';
import { lookAtRecoveryLink } from '#server/people/look-at-recovery-link.ts';
import { redeemRecoveryLink } from '#server/people/redeem-recovery-link.ts';
import { requestAccount } from '#server/people/request-account.ts';
import { signIn } from '#server/people/sign-in.ts';
import { type MailBox, openMailBox } from '#test/harness/mail-box.ts';
import { aPerson } from '#test/harness/people.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

const origin = 'https://rondo.example';
const password = 'nine early starlings';
const from = { device: null, address: '192.0.2.1' };
let box: MailBox;
let ground: TestHouse;
let stop: () => Promise<void>;

beforeAll(async () => {
  box = await openMailBox();
  const mail = { smtpUrl: box.smtpUrl, from: 'Rondo <rondo@rondo.example>' };
  ground = await openTestHouse({ settings: { passwordMemoryKib: 64, mail, origin } });
  stop = (await runJobs(ground.house, ground.database.pool)).stop;
});
afterAll(async () => {
  await stop();
  await ground.close();
  await box.close();
});
beforeEach(() => {
  box.mails.length = 0;
});

const linkIn = (text = '') =>
  /https:\/\/rondo\.example\/recover\/([A-Za-z0-9_-]{43})\s/.exec(text)?.[1] ?? '';

/** Waits until nothing is queued any more, then answers the mails that came. */
async function delivered(count: number) {
  await expect.poll(() => box.mails.length).toBe(count);
  const waiting = async () =>
    (await ground.database.pool.query('select count(*) as count from graphile_worker._private_jobs')).rows[0];
  await expect.poll(waiting).toEqual({ count: 0 });
  expect(box.mails).toHaveLength(count);
  return box.mails;
}

describe('recovery by mail', () => {
  test('the link reaches the one address and opens the account once', async () => {
    const { house } = ground;
    const anna = await aPerson(house, { name: 'Anna\r\nBcc: eve@rondo.example' });
    await askRecovery(house, anna.email);
    const [mail] = await delivered(1);

    expect(mail?.recipients).toEqual([anna.email]);
    expect(mail?.subject).toBe('Choose a new password for Rondo');
    expect(mail?.from?.address).toBe('rondo@rondo.example');
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{32}@rondo\.example>$/);
    expect(mail?.raw).not.toMatch(/Anna|eve@/);
    const token = linkIn(mail?.text);
    expect(await redeemRecoveryLink(house, { token, password })).toEqual({ redeemed: true });
    expect(isRefusal(await signIn(house, { email: anna.email, password }, from))).toBe(false);
    expect(await redeemRecoveryLink(house, { token, password })).toMatchObject({ refused: 'link-spent' });
    const [, notice] = await delivered(2);
    expect(notice?.subject).toBe('Your Rondo password was changed');
  });

  test('the link dies after 30 minutes', async () => {
    const { house, clock } = ground;
    await askRecovery(house, (await aPerson(house)).email);
    const [mail] = await delivered(1);
    clock.advance(30 * 60_000 - 1);
    expect(await lookAtRecoveryLink(house, linkIn(mail?.text))).not.toBeNull();
    clock.advance(1);
    expect(await lookAtRecoveryLink(house, linkIn(mail?.text))).toBeNull();
  });

  test('nothing is sent to an address nobody has, and asking looks the same', async () => {
    const { house } = ground;
    const asked = [await askRecovery(house, (await aPerson(house)).email)];
    asked.push(await askRecovery(house, 'nobody@rondo.example'));
    expect(asked).toEqual([undefined, undefined]);
    await delivered(1);
  });

  test('no token is ever queued or stored', async () => {
    const { house, database } = ground;
    const anna = await aPerson(house);
    await mailRecoveryLink.run(house, { email: anna.email }, { id: '7' });
    const token = linkIn(box.mails[0]?.text);
    expect(await lookAtRecoveryLink(house, token)).not.toBeNull();
    for (const table of ['one_time_link', 'graphile_worker._private_jobs']) {
      const { rows } = await database.pool.query(`select * from ${table}`);
      expect(JSON.stringify(rows)).not.toContain(token);
    }
  });

  test('a job run twice sends the same Message-ID; both links work, and using one ends the other', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    await mailRecoveryLink.run(house, { email: anna.email }, { id: '8' });
    await mailRecoveryLink.run(house, { email: anna.email }, { id: '8' });
    const [one, two] = box.mails;
    expect(one?.messageId).toBe(two?.messageId);
    expect(await redeemRecoveryLink(house, { token: linkIn(two?.text), password })).toEqual({
      redeemed: true,
    });
    expect(await lookAtRecoveryLink(house, linkIn(one?.text))).toBeNull();
    await mailRecoveryLink.run(house, { email: anna.email }, { id: '9' });
    expect(box.mails.at(-1)?.messageId).not.toBe(one?.messageId);
    await delivered(4);
  });

  test('a mail server that refuses is tried again, and the log learns no address', async () => {
    const { house, database } = ground;
    const anna = await aPerson(house);
    box.refuseWith(451);
    const failure = await mailRecoveryLink
      .run(house, { email: anna.email }, { id: '10' })
      .catch((error: Error) => error);
    expect(String(failure)).toContain('451');
    expect(String(failure)).not.toContain(anna.email);
    await askRecovery(house, anna.email);
    const failed =
      'select count(*) as failed from graphile_worker._private_jobs where last_error is not null';
    await expect.poll(async () => (await database.pool.query(failed)).rows[0]).toEqual({ failed: 1 });
    box.refuseWith(null);
    await delivered(1);
  });
});

describe('open sign-up by mail', () => {
  test('the account opens with the password chosen at the link', async () => {
    const { house } = ground;
    const email = 'new@rondo.example';
    await requestAccount(house, { name: 'Nina', email, timeZone: 'UTC' });
    const [mail] = await delivered(1);
    expect(mail?.subject).toBe('Finish your Rondo account');
    expect(mail?.raw).not.toContain('Nina');
    expect(isRefusal(await signIn(house, { email, password: '' }, from))).toBe(true);

    const token = linkIn(mail?.text);
    expect(await lookAtRecoveryLink(house, token)).toEqual({ isFirst: true });
    expect(await redeemRecoveryLink(house, { token, password })).toEqual({ redeemed: true });
    expect(await signIn(house, { email, password }, from)).toHaveProperty('token');
    await delivered(1);
  });

  test('an address that has an account keeps it as it is, and its owner is told', async () => {
    const { house } = ground;
    const anna = await aPerson(house, { name: 'Anna' });
    const wanted = { name: 'Eve', email: anna.email, timeZone: 'UTC' };
    await requestAccount(house, wanted);
    const [mail] = await delivered(1);
    expect(mail?.subject).toBe('You already have a Rondo account');
    expect(linkIn(mail?.text)).toBe('');
    const row = await house.db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('email', '=', anna.email)
      .executeTakeFirst();
    expect(row).toEqual({ id: anna.id, name: 'Anna' });
  });
});

describe('mail', () => {
  test('tells of a changed password', async () => {
    const { house } = ground;
    const anna = await aPerson(house);
    const change = { currentPassword: anna.password, newPassword: password, address: '192.0.2.1' };
    await changePassword(house, anna, change);
    const [mail] = await delivered(1);
    expect(mail?.recipients).toEqual([anna.email]);
    expect(mail?.subject).toBe('Your Rondo password was changed');
  });

  test('to another machine goes encrypted or not at all', () => {
    const elsewhere = openTransport('smtp://user:p%40ss@mail.rondo.example:587').options as object;
    expect(elsewhere).toMatchObject({ requireTLS: true, secure: false, disableFileAccess: true });
    expect(elsewhere).toMatchObject({ disableUrlAccess: true, auth: { user: 'user', pass: 'p@ss' } });
    const secure = openTransport('smtps://mail.rondo.example').options as object;
    expect(secure).toMatchObject({ secure: true, port: 465 });
  });

  test('to another machine is not sent when that cannot prove who it is', async () => {
    // This machine by a name that is not one of its usual ones; its certificate is one that nobody vouches for.
    const transport = openTransport(box.smtpUrl.replace('127.0.0.1', '127.1'));
    const mail = { from: 'rondo@rondo.example', to: 'anna@rondo.example', text: 'words' };
    const failure = await transport.sendMail(mail).catch((error: Error) => error);
    expect(String(failure)).toMatch(/certificate/);
    expect(box.mails).toEqual([]);
  });
});
