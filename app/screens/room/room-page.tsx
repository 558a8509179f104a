import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { LiveRegion } from '#app/ui/live-region.tsx';
import { seatLabels } from '#app/ui/seat-labels.ts';
import type { RoomStart } from '../live/room-store.ts';
import { useRoom, useServerNow } from '../live/use-room.ts';
import { Doorway } from './doorway.tsx';
import { Refused } from './refused.tsx';
import { type Asking, NowProvider, type Room, RoomProvider } from './room-context.ts';
import { SpokenChanges } from './spoken-changes-aloud.ts';
import { type WrittenForm, WrittenFormProvider } from './written-form.ts';

type RoomPageProps = {
  start: RoomStart;
  circle: Room['circle'];
  zone: string;
  openActions: Room['openActions'];
  mark: Room['mark'];
  notes: Room['notes'];
  hasNext: boolean;
  /** The composer as a form that works without script. */
  form: WrittenForm;
};

/** A meeting's room: what the server rendered, followed live from there. */
export function RoomPage({ start, circle, zone, openActions, mark, notes, hasNext, form }: RoomPageProps) {
  const { store, state } = useRoom(start);
  const [asking, ask] = useState<Asking | null>(null);
  const [refused, setRefused] = useState<{ message: string } | null>(null);
  const { me, meeting, people } = state;

  const act = useCallback(
    (command: MemberCommand) => void store.send(command).then((refusal) => setRefused(refusal)),
    [store],
  );
  const forgive = useCallback(() => setRefused(null), []);
  const nameOf = useCallback(
    (person: string) => people.find(({ id }) => id === person)?.name ?? 'Somebody who has left',
    [people],
  );
  const shortNameOf = useCallback(
    (person: string) => {
      const labels = seatLabels(people.map(({ name }) => name));
      const place = people.findIndex(({ id }) => id === person);
      return person === me ? 'you' : (labels[place] ?? nameOf(person));
    },
    [people, me, nameOf],
  );
  const room = useMemo<Room>(() => {
    const leads = meeting.lead.holder === me;
    const facts = { state, meeting, store, me, leads, circle, zone, openActions, mark, notes, hasNext };
    return { ...facts, nameOf, shortNameOf, act, asking, ask };
  }, [
    state,
    meeting,
    store,
    me,
    circle,
    zone,
    openActions,
    mark,
    notes,
    hasNext,
    nameOf,
    shortNameOf,
    act,
    asking,
  ]);

  return (
    <LiveRegion>
      <RoomProvider value={room}>
        <WrittenFormProvider value={form}>
          <Clock offset={state.offset} loadedAt={start.now}>
            <Doorway />
            <SpokenChanges />
            <Refused refusal={refused} onDone={forgive} />
          </Clock>
        </WrittenFormProvider>
      </RoomProvider>
    </LiveRegion>
  );
}

/** Apart from the page, so that only what shows a time is drawn anew with it. */
function Clock({ offset, loadedAt, children }: { offset: number; loadedAt: number; children: ReactNode }) {
  return <NowProvider value={useServerNow(offset, loadedAt)}>{children}</NowProvider>;
}
