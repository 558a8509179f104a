import type { House } from '../house.ts';

/**
 * Asks for a link to recover access. There is no answer: whether anybody has this address is looked up later, by
 * the job that mails the link, so that neither words nor time tell.
 */
export async function askRecovery(house: House, email: string): Promise<void> {
  if (!house.settings.mail) return;
  if ((await house.limits.take('recover-account', email)) > 0) return;

  await house.enqueue(house.db, 'mail-recovery-link', { email });
}
