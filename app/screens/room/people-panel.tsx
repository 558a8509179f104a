import { presentPeople } from '#app/domain/meeting/may.ts';
import { Panel } from '#app/ui/panel.tsx';
import { FloorQueue } from './floor-queue.tsx';
import { FloorSettings } from './floor-settings.tsx';
import { HandButton } from './hand-button.tsx';
import { InviteToSpeak } from './invite-to-speak.tsx';
import { RoleList } from './role-list.tsx';
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
        {/* Only where the composer, which has it too, is not on the screen. */}
        <div className="md:hidden lg:group-has-[#view-notes:checked]/room:block">
          <HandButton />
        </div>
        <FloorQueue />
        <p className="text-sm text-ink-soft">
          {holder ? `${called(holder)} ${holder === me ? 'lead' : 'leads'}.` : 'Nobody leads yet.'}
          {last
            ? ` ${leadInWords({ how: last.how, to: nameOf(last.to), from: last.from && nameOf(last.from) })}.`
            : null}
        </p>
        <RoleList />
        <InviteToSpeak />
        <FloorSettings />
      </div>
    </Panel>
  );
}
