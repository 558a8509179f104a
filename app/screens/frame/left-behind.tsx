import { useEffect, useState } from 'react';
import { draftAt, draftKeyOf, draftsUnder, forgetDraft } from '../drafts/drafts.ts';
import { KeptText } from '../drafts/kept-text.tsx';
import { notesOutbox } from '../live/notes-outbox.ts';
import { outbox } from '../live/outbox.ts';
import { wordsOf } from '../live/words-of.ts';

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
    <div role="status">
      <KeptText
        title="You wrote this here and it was not sent. We keep it for you."
        text={words.join('\n\n')}
        onPutAway={() => {
          forget();
          setLeft(null);
        }}
      />
    </div>
  );
}

async function readLeft(person: string, room: string): Promise<Left> {
  const [entries, pieces] = await Promise.all([outbox.list(person, room), notesOutbox.list(person, room)]);
  const lines = entries.map(({ command }) => wordsOf(command));
  const notes = pieces.length > 0 ? (await import('../notes/unsent.ts')).wordsIn(pieces).trim() : '';
  const place = draftKeyOf(room, person);
  const drafts = draftsUnder(place);
  return {
    words: [...new Set([...lines, notes, ...drafts.map((key) => draftAt(key).trim())])].filter(Boolean),
    forget() {
      forgetDraft(place);
      for (const { id } of entries) void outbox.remove(id);
      for (const { id } of pieces) void notesOutbox.remove(id);
    },
  };
}
