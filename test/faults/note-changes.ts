// What became of words in a tab's own doing: which it took out, and which it put somewhere else, as the editor does where lines
// are broken and joined.
import * as Y from 'yjs';
import { noteWordsIn } from './note-words.ts';

/** A word that was put somewhere, and the nodes it stands in there, as `writer:number`. */
export type PutWord = { word: string; within: string[] };
export type NoteChange = { out: string[]; put: PutWord[] };

/** Calls `tell` with every change of words that is made on this document, also by the editor itself. */
export function watchNoteChanges(doc: Y.Doc, tell: (change: NoteChange) => void): void {
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!transaction.local) return;
    const put = madeIn(transaction).flatMap((item) =>
      noteWordsIn(wordsOf(item)).map((word) => ({ word, within: nodesAround(item) })),
    );
    const stays = new Set(put.map(({ word }) => word));
    const out = noteWordsIn(takenIn(transaction)).filter((word) => !stays.has(word));
    if (out.length > 0 || put.length > 0) tell({ out, put });
  });
}

function madeIn({ doc, beforeState }: Y.Transaction): Y.Item[] {
  const from = beforeState.get(doc.clientID) ?? 0;
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  return structs.filter(
    (struct): struct is Y.Item => struct instanceof Y.Item && struct.id.clock >= from && !struct.deleted,
  );
}

function takenIn(transaction: Y.Transaction): string {
  const taken: string[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item)) return;
    const before = transaction.beforeState.get(struct.id.client) ?? 0;
    if (struct.id.clock < before) taken.push(wordsOf(struct));
  });
  return taken.join('');
}

const wordsOf = ({ content }: Y.Item) => (content instanceof Y.ContentString ? content.str : '');

function nodesAround(item: Y.Item): string[] {
  const nodes: string[] = [];
  let parent: unknown = item.parent;
  while (parent instanceof Y.AbstractType && parent._item) {
    nodes.push(`${parent._item.id.client}:${parent._item.id.clock}`);
    parent = parent._item.parent;
  }
  return nodes;
}
