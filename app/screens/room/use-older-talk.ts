import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { type Message, TALK_TAIL } from '#app/domain/talk/talk.ts';

/** What a page of older lines looks like. */
export type OlderTalk = { lines: Message[]; isMore: boolean };

/** The lines beyond what the room holds, read from the log a page at a time. */
export function useOlderTalk(room: string, held: readonly Message[]) {
  const fetcher = useFetcher<OlderTalk>();
  const [older, setOlder] = useState<readonly Message[]>([]);
  const [isMore, setIsMore] = useState(true);
  const oldest = older[0] ?? held[0];
  const { data } = fetcher;

  useEffect(() => {
    if (!data) return;
    setIsMore(data.isMore);
    setOlder((known) => {
      const first = known[0]?.version ?? Number.POSITIVE_INFINITY;
      return [...data.lines.filter(({ version }) => version < first), ...known];
    });
  }, [data]);

  // What falls out of the room's end while older lines are shown stands between the two.
  const before = useRef(held);
  useEffect(() => {
    const first = held[0]?.version ?? 0;
    const dropped = before.current.filter(({ version }) => version < first);
    before.current = held;
    if (dropped.length > 0) setOlder((known) => (known.length > 0 ? [...known, ...dropped] : known));
  }, [held]);

  return {
    older,
    /** Whether there is anything to load: a room that holds less than it could holds everything. */
    isMore: isMore && (held.length >= TALK_TAIL || older.length > 0),
    load(): void {
      if (oldest && fetcher.state === 'idle') fetcher.load(`/meetings/${room}/talk?before=${oldest.version}`);
    },
  };
}
