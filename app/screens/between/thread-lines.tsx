import { useMemo } from 'react';
import { sayClock, sayDay, sayMoment } from '#app/domain/calendar/say-time.ts';
import { isNew } from '#app/domain/talk/read-mark.ts';
import type { Message } from '#app/domain/talk/talk.ts';
import { NewLine } from '../talk/mark-line.tsx';
import { MessageGroup } from '../talk/message-group.tsx';
import { MessageLine } from '../talk/message-line.tsx';
import { changeOf } from '../talk/talk-desk.ts';
import { talkEntries } from '../talk/talk-entries.ts';
import { useCircleRoom } from './circle-room-context.ts';

type ThreadLinesProps = {
  lines: readonly Message[];
  /** What comes is read aloud. */
  isLog?: boolean;
  /** What stands before them is new already, and says so. */
  isAllNew?: boolean;
};

/** Lines of one conversation, those of one person together. */
export function ThreadLines({ lines, isLog = false, isAllNew = false }: ThreadLinesProps) {
  const { state, desk, pending, nameOf, reader, mark } = useCircleRoom();
  const { me, meeting } = state;
  const held = useMemo(() => new Set(meeting.messages.map(({ id }) => id)), [meeting.messages]);
  const newest = meeting.messages.at(-1);
  const firstNew = isAllNew ? undefined : lines.find((line) => isNew(line, mark, me));
  const today = sayDay(reader.now, reader);
  const say = (at: number) =>
    sayDay(at, reader) === today ? sayClock(at, reader.zone) : sayMoment(at, reader);

  return (
    <div {...(isLog ? { role: 'log', 'aria-label': 'Answers' } : {})} className="flex flex-col gap-3">
      {talkEntries(lines, [], { newFrom: firstNew?.version ?? null, whole: true }).map((entry) =>
        entry.kind === 'new' ? (
          <NewLine key="new" />
        ) : entry.kind === 'lines' ? (
          <MessageGroup
            key={entry.id}
            author={entry.author}
            name={nameOf(entry.author)}
            isOwn={entry.author === me}
            at={entry.at}
            when={say(entry.at)}
            zone={reader.zone}
          >
            {entry.lines.map((message) => (
              <MessageLine
                key={message.id}
                message={message}
                isOwn={message.author === me}
                isSaved={message.author === me && message.id === newest?.id}
                change={changeOf(pending, message.id)}
                mayChange={held.has(message.id)}
                desk={desk}
              />
            ))}
          </MessageGroup>
        ) : null,
      )}
    </div>
  );
}
