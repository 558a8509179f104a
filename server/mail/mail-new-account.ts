import { z } from 'zod';
import { findByEmail } from '#db/person.ts';
import type { Job } from '../jobs/job.ts';
import { knownAccountLetter, newAccountLetter } from './letters.ts';
import { makeMailedLink } from './make-mailed-link.ts';
import { sendLetter } from './send-letter.ts';

const schema = z.object({ email: z.string() });

/** Mails the link that finishes an open sign-up; to somebody who has an account, that they have one. */
export const mailNewAccount: Job<typeof schema> = {
  schema,
  async run(house, { email }, { id }) {
    const { mail, origin } = house.settings;
    const person = await findByEmail(house.db, email);
    if (!person || !mail) return;

    const letter = person.password_hash
      ? knownAccountLetter(origin)
      : newAccountLetter(origin, await makeMailedLink(house, person.id));
    await sendLetter(house, email, letter, id);
  },
};
