// A real mail server on this machine that keeps what it is given.
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type KeptMail = Email & { raw: string; recipients: string[] };

export type MailBox = {
  /** for `settings.mail` */
  smtpUrl: string;
  mails: KeptMail[];
  /** Answers the next mails with this reply of a mail server, such as 451, instead of taking them. */
  refuseWith: (code: number | null) => void;
  close: () => Promise<void>;
};

/** Opens a mail box; `close` it in the end. */
export async function openMailBox(): Promise<MailBox> {
  const mails: KeptMail[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    async onData(stream, session, done) {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part);
      if (refusal) return done(Object.assign(new Error('not now'), { responseCode: refusal }));
      const raw = Buffer.concat(parts).toString('utf8');
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      mails.push({ ...(await PostalMime.parse(raw)), raw, recipients });
      done();
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;

  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails,
    refuseWith(code) {
      refusal = code;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}
