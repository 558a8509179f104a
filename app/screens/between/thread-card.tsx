import MessageSquareReply from 'lucide-react/icons/message-square-reply';
import { useEffect, useState } from 'react';
import { isNew } from '#app/domain/talk/read-mark.ts';
import type { Message } from '#app/domain/talk/talk.ts';
import type { Thread } from '#app/domain/talk/threads.ts';
import { buttonLook } from '#app/ui/button-look.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { aboutDraft, draftKeyOf, draftsUnder } from '../drafts/drafts.ts';
import { KeptDraft } from '../drafts/kept-draft.tsx';
import { PendingLines } from '../talk/pending-lines.tsx';
import { changeOf } from '../talk/talk-desk.ts';
import { useCircleRoom } from './circle-room-context.ts';
import { ThreadComposer } from './thread-composer.tsx';
import { ThreadLines } from './thread-lines.tsx';

/** A conversation of more answers than this shows its newest ones; the others open on demand. */
const AT_ONCE = 6;

type ThreadCardProps = {
  thread: Thread;
  /** Not all of its lines are here. */
  isPart: boolean;
  /** The page is about this conversation alone. */
  isWhole: boolean;
};

/** One conversation: the line that began it, the answers, and where one answers. */
export function ThreadCard({ thread, isPart, isWhole }: ThreadCardProps) {
  const { state, circle, nameOf, mark, form, pending, desk } = useCircleRoom();
  const [begun, setBegun] = useState<readonly (string | undefined)[]>([]);
  useEffect(() => setBegun(draftsUnder(desk.draftKey).map((key) => aboutDraft(key).of)), [desk.draftKey]);
  const [first, ...replies] = thread.lines;
  if (!first) return null;
  const isFresh = (line: Message) =>
    isNew(line, mark, state.me) ||
    changeOf(pending, line.id)?.progress === 'refused' ||
    begun.includes(line.id);
  const folded = replies.slice(0, isWhole ? 0 : foldedCount(replies, isFresh));
  const shown = replies.slice(folded.length);
  const isAwake = state.meeting.messages.some(({ id, thread: its }) => id === thread.id || its === thread.id);

  return (
    <article
      aria-label={`Conversation begun by ${nameOf(first.author)}`}
      className="flex flex-col gap-3 rounded-md border border-line bg-surface p-3 sm:p-4"
    >
      <ThreadLines lines={[first]} />
      {isPart ? (
        <TextLink
          to={`/circles/${circle.id}/room?line=${thread.id}#line-${thread.id}`}
          className="px-2 text-sm"
        >
          {isWhole ? 'Go to the beginning' : 'Read the whole conversation'}
        </TextLink>
      ) : null}
      <div className="flex flex-col gap-3 border-l-3 border-line pl-2 empty:hidden sm:pl-3">
        {folded.length > 0 ? (
          <Disclosure summary={folded.length === 1 ? '1 earlier answer' : `${folded.length} earlier answers`}>
            <ThreadLines lines={folded} />
          </Disclosure>
        ) : null}
        {shown.length > 0 ? (
          <ThreadLines lines={shown} isLog isAllNew={isNew(first, mark, state.me)} />
        ) : null}
        <PendingReplies thread={thread} />
      </div>
      {isAwake || form.thread === thread.id ? <Reply thread={thread.id} /> : <Resting thread={thread.id} />}
    </article>
  );
}

/** How many answers are folded away: old ones, never a new one, nor one whose change was refused or begun. */
function foldedCount(replies: readonly Message[], isFresh: (line: Message) => boolean): number {
  const fresh = replies.findIndex(isFresh);
  const most = Math.max(0, replies.length - AT_ONCE);
  return fresh === -1 ? most : Math.min(most, fresh);
}

function PendingReplies({ thread }: { thread: Thread }) {
  const { pending, state, desk, nameOf, reader } = useCircleRoom();
  const known = new Set(thread.lines.map(({ id }) => id));
  const own = pending.filter(
    ({ command }) =>
      command.thread === thread.id || (known.has(command.message) && command.kind !== 'message.post'),
  );
  const loose = own.filter(({ command }) => !known.has(command.message));
  if (loose.length === 0) return null;
  return (
    <PendingLines
      pending={loose}
      messages={thread.lines}
      me={state.me}
      nameOf={nameOf}
      zone={reader.zone}
      desk={desk}
    />
  );
}

/** Opens in place, with and without script; shut, it says that there is an answer in it that was begun. */
function Reply({ thread }: { thread: string }) {
  const { form, state } = useCircleRoom();
  const place = draftKeyOf(state.room, state.me, thread);
  const [isBegun, setBegun] = useState(false);
  useEffect(() => setBegun(draftsUnder(place).length > 0), [place]);

  return (
    <details
      open={form.thread === thread || undefined}
      onToggle={({ currentTarget: box }) => {
        setBegun(!box.open && draftsUnder(place).length > 0);
        if (box.open) box.querySelector('textarea')?.focus();
      }}
    >
      <summary className={buttonLook('plain', 'small')}>
        <Icon of={MessageSquareReply} size="small" />
        {isBegun ? 'Go on with your answer' : 'Answer'}
      </summary>
      <div className="pt-2">
        <ThreadComposer thread={thread} />
      </div>
    </details>
  );
}

function Resting({ thread }: { thread: string }) {
  const { state } = useCircleRoom();
  return (
    <>
      <KeptDraft place={draftKeyOf(state.room, state.me, thread)} />
      <p className="px-2 text-sm text-ink-soft">
        This conversation rests. To go on, begin a new one and link to this.
      </p>
    </>
  );
}
