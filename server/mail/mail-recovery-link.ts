import { z } from 'zod';
import { findByEmail } from '#db/person.ts';
import type { Job } from '../jobs/job.ts';
import { recoveryLetter } from './letters.ts';
import { makeMailedLink } from './make-mailed-link.ts';
import { sendLetter } from './send-letter.ts';

const schema = z.object({ email: z.string() });

/** Mails a link to recover access, if there is an account with this address. */
export const mailRecoveryLink: Job<typeof schema> = {
  schema,
  async run(house, { email }, { id }) {
    const person = await findByEmail(house.db, email);
    if (!person || !house.settings.mail) return;

    const token = await makeMailedLink(house, person.id);
    await sendLetter(house, email, recoveryLetter(house.settings.origin, token), id);
  },
};
