import { findOrMakeNotes, type NoteHead, readNotePieces } from '#db/note.ts';
import type { House } from '../house.ts';
import type { Scribe } from './scribe.ts';

type Source = Pick<House, 'db' | 'newId'> & { scribe: Scribe; meeting: string };

export type NoteCopy = ReturnType<typeof openNoteCopy>;

/**
 * The scribe's copy of one meeting's notes: exactly what is committed up to `head().newest`. Whenever that may not be so
 * it is forgotten, and made again from what is stored.
 */
export function openNoteCopy({ db, newId, scribe, meeting }: Source) {
  let known: NoteHead | null = null;
  let pieces = 0;

  return {
    /** Up to where the copy is known to be right; null when it is not. */
    head: () => known,
    /** How many stored pieces the document is made of, as far as this process knows. */
    pieces: () => pieces,

    /** Brings the copy up to what is stored; null when there is no such meeting. */
    async catchUp(): Promise<NoteHead | null> {
      const stored = await findOrMakeNotes(db, meeting, newId());
      if (!stored) return null;
      const from = known?.generation === stored.generation ? known.newest : null;
      if (from === stored.newest) return stored;
      const more = await readNotePieces(db, meeting, from ?? 0);
      known = null;
      // Bytes of their own: what the driver hands out may be a corner of something larger.
      await scribe.do(
        'feed',
        meeting,
        more.map(({ bytes }) => new Uint8Array(bytes)),
        from === null,
      );
      pieces = from === null ? more.length : pieces + more.length;
      known = { generation: stored.generation, newest: more.at(-1)?.seq ?? stored.newest };
      return known;
    },

    /** The copy holds so many updates more, and they are committed now. */
    advance(count: number): NoteHead {
      if (!known) throw new Error('A copy that is not known cannot advance.');
      pieces += count;
      known = { ...known, newest: known.newest + count };
      return known;
    },

    /** All that is stored is one piece now. */
    drawnTogether(): void {
      pieces = 1;
    },

    forget(): void {
      known = null;
    },
  };
}
