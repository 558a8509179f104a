import { useEffect, useState } from 'react';
import { draftAt, keepDraft } from './drafts.ts';
import { KeptText } from './kept-text.tsx';

/** What somebody was just writing, where one cannot write any more or not yet. */
export function KeptDraft({ draftKey }: { draftKey: string }) {
  const [text, setText] = useState('');
  // Only this tab has it: the page comes without.
  useEffect(() => setText(draftAt(draftKey)), [draftKey]);

  if (text.trim() === '') return null;
  return (
    <KeptText
      title="You wrote this here and did not send it. We keep it for you."
      text={text}
      onPutAway={() => {
        keepDraft(draftKey, '');
        setText('');
      }}
    />
  );
}
