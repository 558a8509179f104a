import { reservePerson } from '#db/person.ts';
import type { House } from '../house.ts';

type RequestedAccount = { name: string; email: string; timeZone: string };

/**
 * Open sign-up where mail can be sent: keeps a place and mails a link at which the owner of the address chooses the
 * password. Nobody can take a place with an address that is not theirs, and the page looks the same when
 * the address has an account already: then the mail says so. One address is one account, however often it is sent.
 */
export async function requestAccount(house: House, account: RequestedAccount): Promise<void> {
  const { name, email, timeZone } = account;
  if ((await house.limits.take('recover-account', email)) > 0) return;

  await house.db.transaction().execute(async (tx) => {
    const person = { id: house.newId(), name, email, time_zone: timeZone };
    await reservePerson(tx, { ...person, created_at: new Date(house.now()) });
    await house.enqueue(tx, 'mail-new-account', { email });
  });
}
