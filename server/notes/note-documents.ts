import * as Y from 'yjs';
import { asWritten } from '#app/domain/notes/as-written.ts';
import { MOST_NOTE_BYTES, NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { type NoteBlock, noteTree, type StoredNode } from '#app/domain/notes/note-tree.ts';
import { BadUpdate, checkUpdate, isMisplaced } from './check-update.ts';

/** What became of an update: what of it was new (null when nothing was), or why it was not taken. */
export type Written = { change: Uint8Array | null } | { fault: 'bad' | 'missing' | 'full' };

/** How long a document is, measured now and then; in between what was added counts in full. */
type Kept = { doc: Y.Doc; atMost: number };

/**
 * The documents of notes, in memory, in the worker. What is stored is trusted and fed; what is written is checked first.
 * A document that took part in anything odd is dropped, and must be fed again from what is stored.
 */
export function openNoteDocuments() {
  const kept = new Map<string, Kept>();

  function docOf(meeting: string): Kept {
    const known = kept.get(meeting);
    if (!known) throw new Error('This document has not been fed.');
    return known;
  }

  function drop(meeting: string): void {
    kept.get(meeting)?.doc.destroy();
    kept.delete(meeting);
  }

  return {
    drop,

    /** Adds stored pieces, to nothing when `fresh`. */
    feed(meeting: string, pieces: readonly Uint8Array[], fresh: boolean): void {
      if (fresh) drop(meeting);
      const doc = fresh ? newDocument() : docOf(meeting).doc;
      applyAll(doc, pieces);
      kept.set(meeting, { doc, atMost: Y.encodeStateAsUpdate(doc).length });
    },

    /** Applies one update of a stranger. */
    write(meeting: string, update: Uint8Array): Written {
      const one = docOf(meeting);
      try {
        checkUpdate(update);
        return applyChecked(one, update);
      } catch (error) {
        drop(meeting);
        if (error instanceof Refused) return { fault: error.fault };
        return { fault: 'bad' };
      }
    },

    /** What somebody lacks who has `vector` (empty for nothing), and the document's own; null when it is no vector. */
    diff(meeting: string, vector: Uint8Array): { update: Uint8Array; vector: Uint8Array } | null {
      const { doc } = docOf(meeting);
      if (vector.length > 0 && !isVector(vector)) return null;
      const update = Y.encodeStateAsUpdate(doc, vector.length > 0 ? vector : undefined);
      return { update, vector: Y.encodeStateVector(doc) };
    },

    tree: (meeting: string): NoteBlock[] => treeOf(docOf(meeting).doc),

    /**
     * An update that puts a heading and the content of other notes at the end of these; null when those are empty. It is
     * always by the same `writer`, from its first word: so it is there once, however often it is made.
     */
    carry(
      meeting: string,
      source: readonly Uint8Array[],
      { heading, writer }: { heading: string; writer: number },
    ): Uint8Array | null {
      const from = newDocument();
      applyAll(from, source);
      const parts = from.getXmlFragment(NOTE_ROOT).toArray();
      const { doc } = docOf(meeting);
      if (parts.length === 0 || Y.getState(doc.store, writer) > 0) return null;
      const copy = newDocument();
      copy.clientID = writer;
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      const title = new Y.XmlElement('heading');
      title.setAttribute('level', 3 as never);
      title.insert(0, [new Y.XmlText(heading)]);
      const clones = parts.flatMap((part) => (part instanceof Y.XmlHook ? [] : [part.clone()]));
      copy.getXmlFragment(NOTE_ROOT).push([title, ...clones]);
      return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc));
    },
  };
}

/** Draws stored pieces together into one state. Throws when it would not be read back as the same bytes. */
export function mergePieces(pieces: readonly Uint8Array[]): Uint8Array {
  const doc = newDocument();
  applyAll(doc, pieces);
  const state = Y.encodeStateAsUpdate(doc);
  const again = newDocument();
  Y.applyUpdate(again, state);
  const isSame = Buffer.compare(Y.encodeStateAsUpdate(again), state) === 0;
  if (!isSame || doc.store.pendingStructs) throw new Error('These notes cannot be drawn together safely.');
  return state;
}

/** What stored pieces read as, once. */
export function blocksOf(pieces: readonly Uint8Array[]): NoteBlock[] {
  const doc = newDocument();
  applyAll(doc, pieces);
  const blocks = treeOf(doc);
  doc.destroy();
  return blocks;
}

function isVector(bytes: Uint8Array): boolean {
  try {
    Y.decodeStateVector(bytes);
    return true;
  } catch {
    return false;
  }
}

class Refused extends Error {
  readonly fault: 'missing' | 'full';
  constructor(fault: 'missing' | 'full') {
    super(fault);
    this.fault = fault;
  }
}

const newDocument = () => asWritten(new Y.Doc());

function applyAll(doc: Y.Doc, pieces: readonly Uint8Array[]): void {
  // One transaction for all of them: a long meeting has thousands.
  Y.transact(doc, () => {
    for (const piece of pieces) Y.applyUpdate(doc, piece);
  });
}

function applyChecked(one: Kept, update: Uint8Array): Written {
  const { doc } = one;
  const changes: Uint8Array[] = [];
  const hear = (news: Uint8Array) => changes.push(news);
  doc.on('update', hear);
  Y.applyUpdate(doc, update);
  doc.off('update', hear);
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Refused('missing');
  const [change] = changes;
  if (!change) return { change: null };
  if (isMisplaced(doc, change)) throw new BadUpdate('out of place');
  measure(one, change);
  return { change };
}

/** Whoever makes full notes longer is refused; taking something out is always possible. */
function measure(one: Kept, change: Uint8Array): void {
  const before = one.atMost;
  one.atMost += change.length;
  if (one.atMost <= MOST_NOTE_BYTES) return;
  one.atMost = Y.encodeStateAsUpdate(one.doc).length;
  if (one.atMost > MOST_NOTE_BYTES && one.atMost > before) throw new Refused('full');
}

function treeOf(doc: Y.Doc): NoteBlock[] {
  return noteTree(doc.getXmlFragment(NOTE_ROOT).toArray().flatMap(storedNodes));
}

type Part = Y.XmlElement | Y.XmlText | Y.XmlHook;

function storedNodes(part: Part): StoredNode[] {
  if (part instanceof Y.XmlText) {
    return part
      .toDelta()
      .map(({ insert, attributes = {} }: { insert: unknown; attributes?: Record<string, unknown> }) => ({
        text: typeof insert === 'string' ? insert : '',
        marks: attributes,
      }));
  }
  if (!(part instanceof Y.XmlElement)) return [];
  const parts = (part.toArray() as Part[]).flatMap(storedNodes);
  return [{ name: part.nodeName, parts, start: part.getAttribute('start') }];
}
