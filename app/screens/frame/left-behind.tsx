import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import { Button } from '#app/ui/button.tsx';
import { CopyButton } from '#app/ui/copy-button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { notesOutbox } from '../live/notes-outbox.ts';
import { outbox } from '../live/outbox.ts';
import { wordsOf } from '../room/words-of.ts';
import { draftAt, draftKeyOf, draftsUnder, keepDraft } from '../talk/drafts.ts';

type Left = { words: string[]; forget: () => void };

/**
 * What somebody wrote in a room that is not open to them any more, and never sent: theirs to copy. Nothing when nothing
 * waits in this browser.
 */
export function LeftBehind({ person, room }: { person: string; room: string }) {
  const [left, setLeft] = useState<Left | null>(null);
  useEffect(() => {
    let isGone = false;
    void readLeft(person, room).then((found) => {
      if (!isGone) setLeft(found);
    });
    return () => {
      isGone = true;
    };
  }, [person, room]);
  if (!left || left.words.length === 0) return null;
  const { words, forget } = left;

  return (
    <Notice
      kind="warn"
      live="polite"
      title="You wrote this here and it was not sent. We keep it for you."
      actions={
        <>
          <CopyButton text={words.join('\n\n')} size="small" />
          <Button
            type="button"
            size="small"
            icon={X}
            onClick={() => {
              forget();
              setLeft(null);
            }}
          >
            Put away
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2 select-all">
        {words.map((some) => (
          <p key={some} className="rounded-sm bg-surface px-3 py-2 break-words whitespace-pre-wrap">
            {some}
          </p>
        ))}
      </div>
    </Notice>
  );
}

async function readLeft(person: string, room: string): Promise<Left> {
  const [entries, pieces] = await Promise.all([outbox.list(person, room), notesOutbox.list(person, room)]);
  const lines = entries.map(({ command }) => wordsOf(command));
  const notes = pieces.length > 0 ? (await import('../notes/unsent.ts')).wordsIn(pieces).trim() : '';
  const drafts = draftsUnder(draftKeyOf(room, person));
  return {
    words: [...new Set([...lines, notes, ...drafts.map((key) => draftAt(key).trim())])].filter(Boolean),
    forget() {
      for (const key of drafts) keepDraft(key, '');
      for (const { id } of entries) void outbox.remove(id);
      for (const { id } of pieces) void notesOutbox.remove(id);
    },
  };
}
