import { useEffect, useState } from 'react';
import { draftAt, draftsUnder, putAway } from './drafts.ts';
import { KeptText } from './kept-text.tsx';

/** What somebody was just writing at this place and within it, where one cannot write any more or not yet. */
export function KeptDraft({ place }: { place: string }) {
  const [keys, setKeys] = useState<string[]>([]);
  // Only this tab has it: the page comes without.
  useEffect(() => setKeys(draftsUnder(place)), [place]);

  return keys.map((key) => (
    <KeptText
      key={key}
      title="You wrote this here and did not send it. We keep it for you."
      text={draftAt(key)}
      onPutAway={() => {
        putAway(key);
        setKeys(draftsUnder(place));
      }}
    />
  ));
}
