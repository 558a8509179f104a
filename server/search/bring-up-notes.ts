import { listNotesBehind } from '#db/search-note.ts';
import type { House } from '../house.ts';

/** How many notes a search brings up before it looks; more is left to the job. */
const MOST_NOTES = 20;

/**
 * Brings what can be searched of the notes of a person's circles (null: of all) up to what they are now. Answers whether
 * some are still behind; notes that cannot be read now are, and are tried again.
 */
export async function bringUpNotes(
  { db, notes, log }: Pick<House, 'db' | 'notes' | 'log'>,
  person: string | null,
  limit = MOST_NOTES,
): Promise<boolean> {
  const behind = await listNotesBehind(db, { person, limit: limit + 1 });
  let failed = 0;
  for (const meeting of behind.slice(0, limit))
    await notes.bringUp(meeting).catch((error: unknown) => {
      failed += 1;
      log.warn({ err: error, meeting }, 'notes could not be made searchable');
    });
  return failed > 0 || behind.length > limit;
}
