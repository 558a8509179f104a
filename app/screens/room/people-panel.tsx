import { presentPeople } from '#app/domain/meeting/may.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { FloorQueue } from './floor-queue.tsx';
import { HandButton } from './hand-button.tsx';
import { count } from './remaining-words.ts';
import { useRoomParts } from './room-context.ts';
import { RoomRing } from './room-ring.tsx';
import { leadInWords } from './talk-marks.ts';

/** Who is here, who speaks, who has asked to, and who leads. */
export function PeoplePanel({ className }: { className: string }) {
  const { meeting, nameOf, me } = useRoomParts();
  const here = presentPeople(meeting);
  const { holder } = meeting.lead;
  const last = meeting.leadHistory.at(-1);
  const called = (person: string) => (person === me ? 'You' : nameOf(person));

  return (
    <Panel
      title="Around the table"
      className={className}
      actions={<p className="text-sm text-ink-soft">{here.length} here</p>}
    >
      <RoomRing />
      <div className="mt-4 flex flex-col gap-4">
        <div className="lg:hidden">
          <HandButton />
        </div>
        <FloorQueue />
        <p className="text-sm text-ink-soft">
          {holder ? `${called(holder)} ${holder === me ? 'lead' : 'leads'}.` : 'Nobody leads yet.'}
          {last
            ? ` ${leadInWords({ how: last.how, to: nameOf(last.to), from: last.from && nameOf(last.from) })}.`
            : null}
        </p>
        <GiveTheFloor here={here} />
      </div>
    </Panel>
  );
}

/** The lead may also give the floor to somebody who has not asked, and sees how many were not heard yet. */
function GiveTheFloor({ here }: { here: readonly string[] }) {
  const { meeting, leads, nameOf, act } = useRoomParts();
  if (!leads || meeting.status !== 'live') return null;
  const silent = here.filter((person) => !meeting.floor.turns[person]).length;

  return (
    <Disclosure summary="Invite somebody to speak">
      <p className="mb-2 text-sm text-ink-soft">
        {silent === 0
          ? 'Everybody here has had a turn in this item.'
          : `${count(silent, 'person has', 'people have')} not had a turn in this item yet.`}
      </p>
      <ul className="flex flex-col gap-1">
        {here.map((person) => (
          <li key={person} className="flex items-center gap-2">
            <SeatMark id={person} name={nameOf(person)} size="small" />
            <span className="min-w-0 flex-1 truncate">{nameOf(person)}</span>
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
