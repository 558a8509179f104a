// Somebody who writes notes: a document as a browser's editor has it, without the editor.
import * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';

/** A paragraph at the end of a document. Answers the update that it made. */
export function addParagraph(doc: Y.Doc, words: string): Uint8Array {
  return updateOf(doc, () => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment(NOTE_ROOT).push([paragraph]);
  });
}

/** What the first paragraph is written in. */
export function firstText(doc: Y.Doc): Y.XmlText {
  const block = doc.getXmlFragment(NOTE_ROOT).get(0);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('There is no first paragraph.');
  return text;
}

/** The update that `change` makes. */
export function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on('update', keep);
  doc.transact(change);
  doc.off('update', keep);
  return updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates(updates);
}

/** All the words, one line a paragraph. */
export function wordsOf(doc: Y.Doc): string[] {
  return doc
    .getXmlFragment(NOTE_ROOT)
    .toArray()
    .map((part) =>
      part instanceof Y.XmlElement
        ? part
            .toArray()
            .flatMap((text) => (text instanceof Y.XmlText ? text.toDelta() : []))
            .map(({ insert }: { insert: string }) => insert)
            .join('')
        : '',
    );
}

/** A document as bytes that are the same for the same content and history. */
export function bytesOf(doc: Y.Doc): string {
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex');
}
