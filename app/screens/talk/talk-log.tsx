import ArrowDown from 'lucide-react/icons/arrow-down';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Message } from '#app/domain/talk/talk.ts';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { aboutDraft, draftsUnder } from '../drafts/drafts.ts';
import { KeptDraft } from '../drafts/kept-draft.tsx';
import { GoneLine } from './gone-line.tsx';
import { MarkLine, NewLine } from './mark-line.tsx';
import { MessageGroup } from './message-group.tsx';
import { MessageLine } from './message-line.tsx';
import { PendingLines } from './pending-lines.tsx';
import { changeOf, type PendingLine, type TalkDesk } from './talk-desk.ts';
import { type TalkEntry, type TalkMark, talkEntries } from './talk-entries.ts';
import { useArrival } from './use-arrival.ts';
import { useUnseen } from './use-unseen.ts';

export type TalkLogProps = {
  messages: readonly Message[];
  marks: readonly TalkMark[];
  pending: readonly PendingLine[];
  me: string;
  nameOf: (person: string) => string;
  zone: string;
  mayChange: boolean;
  desk: TalkDesk;
  /** Whether there is more than `messages`, and how to get it. */
  hasOlder: boolean;
  onOlder: () => void;
  /** Where nothing was said yet. */
  empty: string;
  /** The version of the first line that was new when the page was opened, or null. */
  firstNew: number | null;
  /** Told the version of the newest line that has been looked at. */
  onSeen: (version: number) => void;
};

/** How many lines are drawn at first, and how many more at each press. */
const PAGE = 100;

/** What is said, oldest first, in a box that begins at its end. */
export const TalkLog = memo(function TalkLog(props: TalkLogProps) {
  const { messages, marks, me, hasOlder, onOlder, empty, firstNew, onSeen } = props;
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(PAGE);
  const { newFrom, below, toEnd } = useUnseen(box, { messages, me, firstNew, onSeen });
  const lines = useMemo(() => messages.slice(-shown), [messages, shown]);
  const whole = !hasOlder && lines.length === messages.length;
  const entries = useMemo(
    () => talkEntries(lines, marks, { newFrom, whole }),
    [lines, marks, newFrom, whole],
  );

  const [gone, setGone] = useState<string | null>(null);
  useArrival(entries, (wanted, isLine) => {
    if (messages.some(({ id }) => id === wanted)) setShown(messages.length);
    else if (isLine && hasOlder) onOlder();
    else setGone(wanted);
  });
  const isGone = gone !== null && !messages.some(({ id }) => id === gone);

  function showMore(): void {
    setShown(shown + PAGE);
    if (shown + PAGE > messages.length && hasOlder) onOlder();
  }

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {isGone ? (
        <div className="border-b border-line p-3">
          <GoneLine instead="Here is what was said last." />
        </div>
      ) : null}
      <div
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="relative flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain"
      >
        <div className="flex flex-col gap-3 p-3 pb-4">
          {whole ? null : (
            <Button type="button" size="small" kind="plain" className="self-center" onClick={showMore}>
              Show earlier lines
            </Button>
          )}
          {entries.length === 0 && props.pending.length === 0 ? (
            <p className="px-6 py-10 text-center text-ink-soft">{empty}</p>
          ) : null}
          <div role="log" aria-label="What is said" className="flex flex-col gap-3">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} {...props} />
            ))}
          </div>
          <PendingLines {...props} messages={lines} />
          <KeptEdits place={props.desk.draftKey} lines={lines} />
        </div>
      </div>
      {below > 0 ? <ToEnd count={below} onPress={toEnd} /> : null}
    </div>
  );
});

function Entry({ entry, ...props }: TalkLogProps & { entry: TalkEntry }) {
  const { me, nameOf, zone, messages, pending, mayChange, desk } = props;
  if (entry.kind === 'new') return <NewLine />;
  if (entry.kind === 'mark') return <MarkLine mark={entry.mark} zone={zone} />;
  const isOwn = entry.author === me;
  const newest = messages.at(-1);

  return (
    <MessageGroup author={entry.author} name={nameOf(entry.author)} isOwn={isOwn} at={entry.at} zone={zone}>
      {entry.lines.map((message) => (
        <MessageLine
          key={message.id}
          message={message}
          isOwn={isOwn}
          isSaved={isOwn && message === newest}
          change={changeOf(pending, message.id)}
          mayChange={mayChange}
          desk={desk}
        />
      ))}
    </MessageGroup>
  );
}

/** Changes that were begun of lines which are not drawn: the words, to copy. */
function KeptEdits({ place, lines }: { place: string; lines: readonly Message[] }) {
  const [keys, setKeys] = useState<string[]>([]);
  useEffect(() => {
    const isDrawn = (line: string | undefined) => lines.some(({ id }) => id === line);
    setKeys(draftsUnder(place).filter((key) => !isDrawn(aboutDraft(key).of)));
  }, [place, lines]);
  return keys.map((key) => <KeptDraft key={key} place={key} />);
}

function ToEnd({ count, onPress }: { count: number; onPress: () => void }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <button
        type="button"
        onClick={onPress}
        className="pointer-events-auto inline-flex min-h-11 animate-appear cursor-pointer items-center gap-2 rounded-full bg-accent px-4 text-sm font-semibold text-on-accent shadow-soft"
      >
        <Icon of={ArrowDown} size="small" />
        {count === 1 ? '1 new line' : `${count} new lines`}
      </button>
    </div>
  );
}
