import * as Y from 'yjs';

/** The nodes that people type into. */
const blocks = new Set(['paragraph', 'heading']);

/**
 * Gives every paragraph and heading that is made or emptied here its one text at once, in the same update, so that
 * whoever sees it empty types into that text. The editor's binding makes a text with the first letter only: two people
 * then make one each, and joining them takes letters out of one and puts them into the other, which doubles, drops and
 * turns around what is typed meanwhile.
 */
export function keepOneText(doc: Y.Doc): void {
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    if (!transaction.local) return;
    const bare = [...madeIn(transaction), ...transaction.changed.keys()].filter(isBare);
    if (bare.length === 0) return;
    doc.transact(({ meta }) => {
      // What is undone as one step stays one.
      meta.set('addToHistory', transaction.meta.get('addToHistory'));
      for (const block of new Set(bare)) block.insert(0, [new Y.XmlText()]);
    }, transaction.origin);
  });
}

/** The types that this transaction's own writer made, newest first. */
function* madeIn({ doc, beforeState }: Y.Transaction): Generator<unknown> {
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  const from = beforeState.get(doc.clientID) ?? 0;
  for (let at = structs.length - 1; at >= 0; at -= 1) {
    const struct = structs[at];
    if (!struct || struct.id.clock < from) return;
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) yield struct.content.type;
  }
}

function isBare(type: unknown): type is Y.XmlElement {
  return (
    type instanceof Y.XmlElement && blocks.has(type.nodeName) && type.length === 0 && !type._item?.deleted
  );
}
