// The cursor of somebody who reads along while others mark and take out: the editor's binding puts it back after each change.
import { TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { keepOneText } from '#app/screens/notes/keep-one-text.ts';
import { noteSchema, openNoteView } from '#test/harness/note-view.ts';

test('P37 what two marked at once, and is shorter then, is taken in wherever the cursor is', () => {
  const [ana, ben] = [aPage(), aPage()];
  ben.view.dispatch(ben.view.state.tr.insertText('budget'));
  ben.view.dispatch(ben.view.state.tr.split(7));
  ben.view.dispatch(ben.view.state.tr.insertText('a long line that is taken out later', 9));
  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(ben.doc));
  const { doc, tr } = ana.view.state;
  ana.view.dispatch(tr.setSelection(TextSelection.create(doc, doc.content.size - 1)));
  for (const { view } of [ana, ben]) view.dispatch(view.state.tr.addMark(1, 7, noteSchema.mark('bold')));
  ben.view.dispatch(ben.view.state.tr.delete(10, ben.view.state.doc.content.size - 1));

  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(ben.doc, Y.encodeStateVector(ana.doc)));
  expect(ana.view.state.doc.textContent).toBe('budgeta');
  expect(ana.view.state.selection.$from.parent.textContent).toBe('a');
});

function aPage() {
  const doc = new Y.Doc();
  keepOneText(doc);
  return { doc, view: openNoteView(doc) };
}
