import { z } from 'zod';
import { findAccount } from '#db/person.ts';
import type { Job } from '../jobs/job.ts';
import { passwordChangedLetter } from './letters.ts';
import { sendLetter } from './send-letter.ts';

const schema = z.object({ personId: z.string() });

/** Tells somebody that their password was changed. */
export const mailPasswordChanged: Job<typeof schema> = {
  schema,
  async run(house, { personId }, { id }) {
    const person = await findAccount(house.db, personId);
    if (!person?.email) return;

    await sendLetter(house, person.email, passwordChangedLetter(house.settings.origin), id);
  },
};
