import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { keepNamesWhole } from './keep-names-whole.ts';
import { makeEditor } from './make-editor.ts';
import type { NoteState } from './note-state.ts';
import type { NotesProps } from './notes-props.ts';
import { NotesToolbar } from './notes-toolbar.tsx';
import { StandingLine } from './standing-line.tsx';
import { type NoteDesk, useNoteDesk } from './use-note-desk.ts';

/**
 * Where notes are written. All that it takes comes with this file, and only when somebody opens the notes. Nothing can be
 * written before the document is there.
 */
export function NotesDesk(props: NotesProps) {
  const { desk, state } = useNoteDesk(props);
  const editable = props.open && state.standing !== 'renewed' && !shut.has(props.connection);
  const { place, shown, editor } = useEditor(desk, state, editable);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {editor && editable ? <NotesToolbar editor={editor} /> : null}
      {state.stray ? <Stray words={state.stray} forget={() => void desk?.link.forget()} /> : null}
      <div
        ref={shown}
        className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain"
      >
        <div ref={place} className="h-full" />
      </div>
      <StandingLine state={state} />
    </div>
  );
}

const shut = new Set<NotesProps['connection']>(['cut', 'signed-out', 'renewed']);

function useEditor(desk: NoteDesk | null, { standing }: NoteState, editable: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const isThere = desk !== null && standing !== 'opening';

  useEffect(() => {
    if (!isThere || !place.current || !shown.current) return;
    const { link, cursors } = desk;
    const made = makeEditor({
      element: place.current,
      doc: link.doc,
      awareness: cursors.awareness,
      editable: true,
    });
    const letNamesGo = keepNamesWhole(made, shown.current);
    setEditor(made);
    return () => {
      setEditor(null);
      letNamesGo();
      made.destroy();
    };
  }, [desk, isThere]);

  useEffect(() => editor?.setEditable(editable, false), [editor, editable]);
  return { place, shown, editor };
}

/** What was written for notes that are no longer these. */
function Stray({ words, forget }: { words: string; forget: () => void }) {
  return (
    <Notice
      kind="warn"
      title="You wrote this for notes that were replaced"
      actions={
        <Button type="button" size="small" onClick={forget}>
          Put away
        </Button>
      }
    >
      <p className="break-words whitespace-pre-wrap select-all">{words}</p>
    </Notice>
  );
}
