import { createHash } from 'node:crypto';
import { readAddress } from '#app/domain/people/address.ts';
import type { House } from '../house.ts';
import type { Letter } from './letters.ts';
import { openTransport } from './transport.ts';

/**
 * Sends one letter to one address; resolves when the mail server has taken it. `jobId` names the job that sends: a
 * job that is run twice, because a process died at the wrong moment, gives both mails the same Message-ID.
 * Throws an Error without the address in it, because errors are logged.
 */
export async function sendLetter(house: House, to: string, letter: Letter, jobId: string): Promise<void> {
  const { mail, origin } = house.settings;
  const address = readAddress(to);
  if (!mail || !address) return;

  const transport = openTransport(mail.smtpUrl);
  try {
    await transport.sendMail({
      from: mail.from,
      to: { name: '', address },
      subject: letter.subject,
      text: letter.text,
      messageId: messageId(origin, `${jobId} ${address} ${letter.subject}`),
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } catch (error) {
    throw new Error(`The mail server did not take a mail (${codesOf(error)}).`);
  } finally {
    transport.close();
  }
}

function messageId(origin: string, sending: string): string {
  const digest = createHash('sha256').update(sending).digest('hex').slice(0, 32);
  return `<${digest}@${new URL(origin).hostname.replace(/[[\]]/g, '')}>`;
}

/** What kind of fault, as the mail library and the mail server number it: "ECONNECTION", "EENVELOPE 550". */
function codesOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'no code';
}
