import DoorClosed from 'lucide-react/icons/door-closed';
import { sayClock, sayMinutes, sayMoment } from '#app/domain/calendar/say-time.ts';
import { listedItems, plannedMinutes } from '#app/domain/meeting/agenda.ts';
import { ROOM_OPENS_BEFORE } from '#app/domain/meeting/state.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { Time } from '#app/ui/time.tsx';
import { Covered } from '../live/covered.tsx';
import { NotesBefore } from '../notes/notes-before.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { OwnWords } from './own-words.tsx';
import { count, until } from './remaining-words.ts';
import { useNow, useRoomParts } from './room-context.ts';

/** A quarter of an hour before the meeting the door opens, and this page becomes the room. */
export function WaitingRoom() {
  const { state, meeting, circle, zone, me, nameOf } = useRoomParts();
  const now = useNow();
  const opens = meeting.startsAt - ROOM_OPENS_BEFORE;
  const sameDay = opens - now < 12 * 3_600_000;
  const items = listedItems(meeting.items).length;
  const others = state.here.filter((person) => person !== me);

  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-text flex-col items-center justify-center gap-6 px-4 py-10 text-center">
        <span className="grid size-20 place-items-center rounded-full bg-well text-ink-soft">
          <Icon of={DoorClosed} size="large" />
        </span>
        <div className="flex flex-col gap-2">
          <p className="text-sm font-medium text-ink-soft">{circle.name}</p>
          <h1 className="text-3xl">
            The room opens{' '}
            <Time iso={new Date(opens).toISOString()}>
              {sameDay ? `at ${sayClock(opens, zone)}` : sayMoment(opens, { zone, now })}
            </Time>
          </h1>
          <p className="text-lg text-ink-soft tabular-nums">
            That is {until(opens - now)}. The meeting itself starts at {sayClock(meeting.startsAt, zone)}.
          </p>
        </div>
        <p className="text-ink-soft">
          {items === 0
            ? 'The agenda is still empty.'
            : `The agenda has ${count(items, 'item')}, ${sayMinutes(plannedMinutes(meeting.items))} of ${sayMinutes(meeting.lengthMinutes)}.`}{' '}
          You can stay here: the page turns into the room by itself.
        </p>
        <Covered connection={state.connection} className="flex w-full flex-col gap-6 text-left empty:hidden">
          <OwnWords draft="text" />
        </Covered>
        {others.length > 0 ? <p>{waitWithYou(others.map(nameOf))}</p> : null}
        <ButtonLink to={`/meetings/${state.room}/agenda`} kind="primary">
          Look at the agenda
        </ButtonLink>
        {meeting.messages.length + meeting.decisions.length + meeting.actions.length > 0 ? (
          <TextLink to={`/meetings/${state.room}/minutes`} quiet>
            Read the minutes so far
          </TextLink>
        ) : null}
        <TextLink to={`/circles/${circle.id}`} quiet>
          Back to {circle.name}
        </TextLink>
        <Covered connection={state.connection} className="w-full">
          <NotesBefore />
        </Covered>
        <ConnectionLine
          connection={state.connection}
          place={`/meetings/${state.room}/room`}
          circle={circle.id}
        />
      </div>
    </div>
  );
}

function waitWithYou(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  const who = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
  return `${who} ${names.length > 1 ? 'wait' : 'waits'} here too.`;
}
