import { useCallback, useMemo, useState } from 'react';
import type { Reader } from '#app/domain/calendar/say-time.ts';
import type { ReadMark } from '#app/domain/talk/read-mark.ts';
import { LiveRegion } from '#app/ui/live-region.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { CircleTabs } from '../circle/circle-tabs.tsx';
import { draftKeyOf } from '../drafts/drafts.ts';
import { Covered } from '../live/covered.tsx';
import { newId } from '../live/new-id.ts';
import type { RoomStart } from '../live/room-store.ts';
import { useReading } from '../live/use-reading.ts';
import { useRoom } from '../live/use-room.ts';
import { ConnectionLine } from '../room/connection-line.tsx';
import { SearchBox } from '../search/search-box.tsx';
import { GoneLine } from '../talk/gone-line.tsx';
import { isPendingLine, type TalkDesk } from '../talk/talk-desk.ts';
import { type CircleRoom, CircleRoomProvider, type ThreadForm } from './circle-room-context.ts';
import { HereNow } from './here-now.tsx';
import { NewSince } from './new-since.tsx';
import { ThreadList } from './thread-list.tsx';
import type { ReadTalk } from './use-threads.ts';

type CircleRoomPageProps = {
  start: RoomStart;
  circle: CircleRoom['circle'];
  reader: Reader;
  /** Everybody who ever belonged, by id. */
  names: Record<string, string>;
  mark: ReadMark;
  read: ReadTalk | null;
  /** The link that led here named a line that is not there any more. */
  isGone: boolean;
  form: ThreadForm;
};

/** The circle's room between meetings: conversations, the liveliest first, followed live from what the server rendered. */
export function CircleRoomPage({
  start,
  circle,
  reader,
  names,
  read,
  isGone,
  form,
  ...page
}: CircleRoomPageProps) {
  const { store, state } = useRoom(start);
  const { people, room: place, me, meeting } = state;
  // Where one stopped reading stays in sight while one reads on.
  const [mark] = useState(page.mark);
  // A page of older conversations, or of one, does not show what is new.
  useReading(store, state, read ? 0 : meeting.version);
  const nameOf = useCallback(
    (person: string) =>
      people.find(({ id }) => id === person)?.name ?? names[person] ?? 'Somebody who has left',
    [people, names],
  );
  const desk = useMemo<TalkDesk>(
    () => ({
      post: (text) => void store.send({ kind: 'message.post', message: newId(), text }),
      edit: (message, text) => void store.send({ kind: 'message.edit', message, text }),
      retract: (message) => void store.send({ kind: 'message.retract', message }),
      linkTo: (message) => `/circles/${place}/room?line=${message}#line-${message}`,
      retry: store.retry,
      discard: store.discard,
      typing: store.typing,
      draftKey: draftKeyOf(place, me, 'edit'),
    }),
    [store, place, me],
  );
  const room = useMemo<CircleRoom>(() => {
    const pending = state.pending.filter(isPendingLine);
    return { state, store, desk, pending, circle, reader, nameOf, mark, form };
  }, [state, store, desk, circle, reader, nameOf, mark, form]);

  return (
    <LiveRegion>
      <CircleRoomProvider value={room}>
        <div className="flex flex-col gap-8">
          <PageHeading
            back={{ to: `/circles/${circle.id}`, label: circle.name }}
            title="Between meetings"
            lead="Ask, answer, tell how it went. What is said here stays in the circle."
          />
          <CircleTabs circleId={circle.id} />
          <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
            <div className="flex min-w-0 flex-col">
              <div className="*:*:mb-4">
                <ConnectionLine
                  connection={state.connection}
                  place={`/circles/${circle.id}/room`}
                  circle={circle.id}
                />
              </div>
              <Covered connection={state.connection} className="flex flex-col gap-4">
                <noscript>
                  <p className="rounded-md bg-well px-3 py-2 text-sm">
                    Without script this page stands still: load it again to see what is new. You can read and
                    write.
                  </p>
                </noscript>
                {isGone ? <GoneLine instead="Here are the newest conversations." /> : null}
                <NewSince />
                <ThreadList read={read} />
              </Covered>
            </div>
            <Covered connection={state.connection} className="flex min-w-0 flex-col gap-6">
              <SearchBox circle={circle.id} label="Search in this circle" />
              <HereNow />
            </Covered>
          </div>
        </div>
      </CircleRoomProvider>
    </LiveRegion>
  );
}
