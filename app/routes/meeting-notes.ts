import { read } from '#app/http/door.server.ts';
import type { NotesNow } from '#app/screens/notes/use-has-notes.ts';

/** Whether anybody has written shared notes by now, for pages that were loaded before. Notes that cannot be read count. */
export const loader = read('notes.read', async ({ house, meeting }) => {
  const notes = await house.notes.read(meeting.id);
  return Response.json({ written: notes === null || notes.length > 0 } satisfies NotesNow);
});
