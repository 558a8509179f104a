// People who type into one document with the editor's own schema and binding, on lines that deliver when told to.
import { splitBlock } from '@tiptap/pm/commands';
import { TextSelection } from '@tiptap/pm/state';
import { undo } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { asWritten } from '#app/domain/notes/as-written.ts';
import { keepOneText } from '#app/screens/notes/keep-one-text.ts';
import { noteSchema, openNoteView } from './note-view.ts';

export type Typist = {
  doc: Y.Doc;
  type: (letters: string) => void;
  /** Breaks the line at the cursor. */
  enter: () => void;
  /** Puts a line break of the same paragraph at the cursor. */
  breakLine: () => void;
  /** Takes out everything in the cursor's paragraph. */
  clear: () => void;
  undo: () => void;
  /** Goes to the end of a line, counted round. */
  goTo: (line: number) => void;
  lines: () => string[];
  /** Takes in the next updates of the others, or as many as `most`. */
  hear: (most?: number) => void;
};

/** So many people on one empty document; the writer numbers grow in their order, or fall with `reversed`. */
export function openTypists(count: number, { reversed = false } = {}): Typist[] {
  const waiting: Uint8Array[][] = Array.from({ length: count }, () => []);
  return waiting.map((mine, who) => {
    const doc = asWritten(new Y.Doc());
    doc.clientID = reversed ? count - who : who + 1;
    keepOneText(doc);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === mine) return;
      for (const other of waiting) if (other !== mine) other.push(update);
    });
    const view = openNoteView(doc);
    return {
      doc,
      type: (letters) => view.dispatch(view.state.tr.insertText(letters)),
      enter: () => void splitBlock(view.state, view.dispatch),
      breakLine: () => view.dispatch(view.state.tr.replaceSelectionWith(noteSchema.node('hardBreak'))),
      clear() {
        const { $from } = view.state.selection;
        view.dispatch(view.state.tr.delete($from.start(), $from.end()));
      },
      undo: () => void undo(view.state),
      goTo(line) {
        const { doc: shown, tr } = view.state;
        let end = 0;
        for (let at = 0; at <= line % shown.childCount; at += 1) end += shown.child(at).nodeSize;
        view.dispatch(tr.setSelection(TextSelection.create(shown, end - 1)));
      },
      lines: () => view.state.doc.children.map(({ textContent }) => textContent),
      hear(most = Number.POSITIVE_INFINITY) {
        for (const update of mine.splice(0, most)) Y.applyUpdate(doc, update, mine);
      },
    };
  });
}
