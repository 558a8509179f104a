import { Editor, Extension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { StarterKit } from '@tiptap/starter-kit';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { seatPattern } from '#app/ui/seat-pattern.ts';
import { keepCursorTrue } from './keep-cursor-true.ts';

type Material = { element: HTMLElement; doc: Y.Doc; awareness: Awareness; editable: boolean };

/** Everything that notes do not have is switched off; `app/domain/notes/limits.ts` and the server's door know the rest. */
export const noteKit = StarterKit.configure({
  heading: { levels: [3] },
  ...{ blockquote: false, code: false, codeBlock: false, dropcursor: false, gapcursor: false },
  ...{ horizontalRule: false, link: false, strike: false, trailingNode: false, underline: false },
  // Undoing is by person, and belongs to writing together.
  undoRedo: false,
});

/** An editor on a document that is there already. */
export function makeEditor({ element, doc, awareness, editable }: Material): Editor {
  return new Editor({
    element,
    editable,
    // The page allows no styles that come with a script.
    injectCSS: false,
    extensions: [
      noteKit,
      Collaboration.configure({ document: doc, field: NOTE_ROOT }),
      Extension.create({ name: 'cursorTrue', addProseMirrorPlugins: () => [keepCursorTrue(doc)] }),
      CollaborationCaret.configure({
        provider: { awareness },
        render: drawCaret,
        selectionRender: (user) => ({ class: `caret-selection ${toneOf(user)}` }),
      }),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Notes',
        'aria-placeholder':
          'Write down together what should stay. It is saved as you type, and goes into the minutes.',
        class: 'written min-h-full p-4 focus-visible:outline-2 focus-visible:-outline-offset-2',
      },
    },
  });
}

type User = Record<string, unknown>;

function toneOf({ person }: User): string {
  return `caret-${seatPattern(String(person), 1).tone}`;
}

function drawCaret(user: User): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `caret ${toneOf(user)}`;
  const label = document.createElement('span');
  label.textContent = String(user.name);
  caret.append(label);
  return caret;
}
