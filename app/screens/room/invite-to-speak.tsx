import { presentPeople } from '#app/domain/meeting/may.ts';
import { notHeard } from '#app/domain/meeting/talk-time.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { useRoomParts } from './room-context.ts';

/** The lead may give the floor to somebody who has not asked, and is quietly told who has not been heard. */
export function InviteToSpeak() {
  const { meeting, leads, nameOf, act } = useRoomParts();
  if (!leads || meeting.status !== 'live') return null;
  const silent = new Set(notHeard(meeting));
  const here = presentPeople(meeting);
  const listed = [...here].sort((a, b) => Number(silent.has(b)) - Number(silent.has(a)));

  return (
    <Disclosure
      summary={silent.size > 0 ? `Invite to speak: ${silent.size} not heard yet` : 'Invite to speak'}
    >
      <p className="mb-2 text-sm text-ink-soft">
        {silent.size === 0
          ? 'Everybody here has spoken or written in this item.'
          : 'Not heard yet: neither a turn nor a line in this item. Only you see this.'}
      </p>
      <ul className="flex flex-col gap-1">
        {listed.map((person) => (
          <li key={person} className="flex items-center gap-2">
            <SeatMark id={person} name={nameOf(person)} size="small" />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{nameOf(person)}</span>
              {silent.has(person) ? <span className="block text-sm text-ink-soft">not heard yet</span> : null}
            </span>
            <Button
              type="button"
              size="small"
              aria-label={`Give the floor to ${nameOf(person)}`}
              onClick={() => act({ kind: 'floor.give', person })}
            >
              Give the floor
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
