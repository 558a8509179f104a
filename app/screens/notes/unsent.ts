import * as Y from 'yjs';
import { newId } from '../live/new-id.ts';
import type { KeptNote, NotesOutbox } from '../live/notes-outbox.ts';

type Owner = { room: string; me: string; outbox: NotesOutbox; mayStore: () => boolean };

/** Pieces that wait are joined into one until it is so long, in bytes: a long night offline is not ten thousand rows. */
const JOINED = 32 * 1024;

/**
 * What this person has written and the server has not acknowledged, in memory and in the browser's storage. Pieces that
 * were taken to be sent stay until they are acknowledged; sending one twice does no harm.
 */
export function openUnsent({ room, me, outbox, mayStore }: Owner) {
  let pieces: KeptNote[] = [];
  let taken = new Set<string>();

  function store(piece: KeptNote): void {
    // After a sign-out nothing is stored in this browser any more.
    if (mayStore()) void outbox.put({ ...piece });
  }

  /**
   * Stores a piece that has grown as another one. A second tab may be sending a piece as it found it, and forgets it by its
   * id when that has arrived: what was added since must not go with it.
   */
  async function storeGrown(piece: KeptNote, before: readonly string[]): Promise<void> {
    if (!mayStore() || !(await outbox.put({ ...piece }))) return;
    for (const id of before) await outbox.remove(id);
  }

  return {
    isEmpty: () => pieces.length === 0,

    add(generation: string, update: Uint8Array): void {
      const last = pieces.at(-1);
      if (last && !taken.has(last.id) && last.generation === generation && last.update.length < JOINED) {
        const before = last.id;
        last.id = newId();
        last.update = Y.mergeUpdates([last.update, update]);
        void storeGrown(last, [before]);
        return;
      }
      const at = Math.max(Date.now(), (last?.at ?? 0) + 1);
      const piece = { id: newId(), room, person: me, generation, update, at };
      pieces.push(piece);
      store(piece);
    },

    /** Everything that waits, as one update; null when nothing does. */
    take(): Uint8Array | null {
      taken = new Set(pieces.map(({ id }) => id));
      const updates = pieces.map(({ update }) => update);
      return updates.length > 1 ? Y.mergeUpdates(updates) : (updates[0] ?? null);
    },

    /** What was taken has arrived. */
    arrived(): void {
      for (const id of taken) void outbox.remove(id);
      pieces = pieces.filter(({ id }) => !taken.has(id));
      taken = new Set();
    },

    /** What was taken may or may not have arrived, so it goes again. */
    lost(): void {
      taken = new Set();
    },

    /** One update in the place of all that wait. */
    replace(generation: string, update: Uint8Array): void {
      const before = pieces.map(({ id }) => id);
      pieces = pieces.slice(0, 1).map((first) => ({ ...first, id: newId(), generation, update }));
      for (const piece of pieces) void storeGrown(piece, before);
      taken = new Set();
    },

    /** What earlier pages left, of this document; what belongs to another one is only handed out. */
    async restore(generation: string): Promise<{ ours: Uint8Array[]; stray: KeptNote[] }> {
      const kept = await outbox.list(me, room);
      const known = new Set(pieces.map(({ id }) => id));
      const ours = kept.filter((piece) => piece.generation === generation && !known.has(piece.id));
      pieces = [...ours, ...pieces];
      const stray = kept.filter((piece) => piece.generation !== generation);
      return { ours: ours.map(({ update }) => update), stray };
    },
  };
}

/** The words that updates put in, for somebody who can only copy them. */
export function wordsIn(pieces: readonly KeptNote[]): string {
  return pieces
    .flatMap(({ update }) => Y.decodeUpdate(update).structs)
    .map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
    )
    .join('');
}
