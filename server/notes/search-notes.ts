import { notePieces } from '#app/domain/search/note-pieces.ts';
import { holdNotes, readNotePieces } from '#db/note.ts';
import { holdSearchRoom } from '#db/search.ts';
import { writeSearchNote } from '#db/search-note.ts';
import type { House } from '../house.ts';
import type { Scribe } from './scribe.ts';

/**
 * Makes a meeting's notes searchable as they are now. The document is held meanwhile, so what is searched is exactly what
 * stood there at its newest update, and drawing together never misses words that it takes out.
 */
export async function bringUpNote({ db }: Pick<House, 'db'>, scribe: Scribe, meeting: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const head = await holdNotes(tx, meeting);
    if (!head) return;
    const stored = await readNotePieces(tx, meeting, 0);
    const blocks = await scribe.do(
      'blocks',
      stored.map(({ bytes }) => new Uint8Array(bytes)),
    );
    await holdSearchRoom(tx, meeting);
    await writeSearchNote(tx, { meeting, head, pieces: notePieces(blocks) });
  });
}
