// The editor of the notes without a browser: its own schema, commands and binding. What would be drawn is left out: a view
// is its state and its plugins.
import { getSchema } from '@tiptap/core';
import { EditorState, type PluginView, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { keepCursorTrue } from '#app/screens/notes/keep-cursor-true.ts';
import { noteKit } from '#app/screens/notes/make-editor.ts';

export type NoteView = Pick<EditorView, 'state' | 'dispatch'> & { close: () => void };

export const noteSchema = getSchema([noteKit]);

/** Opens the editor on a document. */
export function openNoteView(doc: Y.Doc): NoteView {
  const plugins = [ySyncPlugin(doc.getXmlFragment(NOTE_ROOT)), yUndoPlugin(), keepCursorTrue(doc)];
  let parts: PluginView[] = [];
  const view = {
    state: EditorState.create({ schema: noteSchema, plugins }),
    hasFocus: () => false,
    dispatch(transaction: Transaction) {
      const before = view.state;
      view.state = before.apply(transaction);
      for (const part of parts) part.update?.(view as unknown as EditorView, before);
    },
    close() {
      for (const part of parts) part.destroy?.();
    },
  };
  parts = plugins.flatMap(({ spec }) => spec.view?.(view as unknown as EditorView) ?? []);
  return view;
}
