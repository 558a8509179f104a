import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** Where the cursor was before a change: by what is there, and by counting. */
type Remembered = { absAnchor: number | null; absHead: number | null };

/**
 * The binding remembers where the cursor was and counts in what is shown. After an undo, and where Yjs tidies up double marks
 * behind an update, it is what was shown before: counting in it went past the end, and that threw in the middle of taking in
 * what others had written. Then the place by what is there has to do.
 */
export function keepCursorTrue(doc: Y.Doc): Plugin {
  return new Plugin({
    view(view) {
      function check(): void {
        const remembered: Remembered | null = ySyncPluginKey.getState(view.state)?.binding
          .beforeTransactionSelection;
        const { anchor, head } = view.state.selection;
        if (!remembered || (remembered.absAnchor === anchor && remembered.absHead === head)) return;
        remembered.absAnchor = null;
        remembered.absHead = null;
      }
      doc.on('beforeObserverCalls', check);
      return { destroy: () => doc.off('beforeObserverCalls', check) };
    },
  });
}
