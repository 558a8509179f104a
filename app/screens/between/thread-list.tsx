import { useNavigate } from '@remix-run/react';
import MessagesSquare from 'lucide-react/icons/messages-square';
import { useRef } from 'react';
import { mayLackAnswers, type Thread } from '#app/domain/talk/threads.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { TypingLine } from '../room/typing-line.tsx';
import { PendingLines } from '../talk/pending-lines.tsx';
import { useArrival } from '../talk/use-arrival.ts';
import { BegunElsewhere } from './begun-elsewhere.tsx';
import { useCircleRoom } from './circle-room-context.ts';
import { ThreadCard } from './thread-card.tsx';
import { ThreadComposer } from './thread-composer.tsx';
import { type ReadTalk, useThreads } from './use-threads.ts';

/** The conversations of the room: where one begins a new one, then those there are, and the way to older ones. */
export function ThreadList({ read }: { read: ReadTalk | null }) {
  const { state, circle, nameOf, form } = useCircleRoom();
  const { threads, older } = useThreads(state.meeting.messages, read);
  const place = `/circles/${circle.id}/room`;
  const navigate = useNavigate();
  const asked = useRef('');
  useArrival(read, (line) => {
    // Once for each line: a page that does not have it either is no reason to ask again.
    if (asked.current === line) return;
    asked.current = line;
    navigate(`${place}?line=${line}#line-${line}`, { replace: true });
  });
  const held = state.meeting.messages;
  // An answer that was refused comes back where it was written, or here when that is not on the page any more.
  const isLoose = form.typed !== undefined && !threads.some(({ id }) => id === form.thread);

  return (
    <>
      {read ? (
        <ButtonLink to={place} size="small" className="self-start">
          Show the newest conversations
        </ButtonLink>
      ) : null}
      {read && !isLoose ? null : (
        <div>
          <ThreadComposer takesLoose={isLoose} />
          <TypingLine typing={state.typing} me={state.me} nameOf={nameOf} />
        </div>
      )}
      <BegunElsewhere threads={threads} />
      <LoosePending threads={threads} />
      {threads.length === 0 ? <Nothing isOlder={read !== null} /> : null}
      {threads.map((thread) => (
        <ThreadCard
          key={thread.id}
          thread={thread}
          isPart={read ? (read.left[thread.id] ?? 0) > 0 : mayLackAnswers(thread, held)}
          isWhole={read?.kind === 'one'}
        />
      ))}
      {older !== null && threads.length > 0 && read?.kind !== 'one' ? (
        <ButtonLink to={`${place}?before=${older}`} size="small" className="self-center">
          Show older conversations
        </ButtonLink>
      ) : null}
    </>
  );
}

/** Own lines on their way that stand in no conversation on this page. */
function LoosePending({ threads }: { threads: readonly Thread[] }) {
  const { state, pending, desk, nameOf, reader } = useCircleRoom();
  const lines = threads.flatMap((thread) => thread.lines);
  // A change that waits is shown in its line; one that was refused needs a place when the line is not on this page.
  const loose = pending.filter(({ command: { kind, message, thread }, progress }) => {
    const hasPlace = threads.some(({ id }) => id === thread) || lines.some(({ id }) => id === message);
    return !hasPlace && (kind === 'message.post' || progress === 'refused');
  });
  if (loose.length === 0) return null;
  return (
    <div className="flex flex-col gap-3 rounded-md border border-dashed border-line-strong bg-surface p-3">
      <PendingLines
        pending={loose}
        messages={lines}
        me={state.me}
        nameOf={nameOf}
        zone={reader.zone}
        desk={desk}
      />
    </div>
  );
}

function Nothing({ isOlder }: { isOlder: boolean }) {
  return (
    <EmptyState icon={MessagesSquare}>
      {isOlder
        ? 'There is nothing older than this.'
        : 'Nobody has written yet. Begin with a question you would like to bring, or tell how your last step went.'}
    </EmptyState>
  );
}
