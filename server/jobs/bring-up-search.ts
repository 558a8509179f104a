import { z } from 'zod';
import { bringUpRooms } from '../search/bring-up.ts';
import { bringUpNotes } from '../search/bring-up-notes.ts';
import type { Job } from './job.ts';

const schema = z.object({});
/** How many rooms one run takes in, and how many notes. */
const MOST_ROOMS = 500;

/** What was said and noted since becomes searchable, so that a search has little to catch up with. */
export const bringUpSearch: Job<typeof schema> = {
  schema,
  async run(house) {
    await bringUpRooms(house, null, MOST_ROOMS);
    await bringUpNotes(house, null, MOST_ROOMS);
  },
};
