import Star from 'lucide-react/icons/star';
import { type Reader, sayDay } from '#app/domain/calendar/say-time.ts';
import type { RotaMeetingView, RotaMemberView } from '#app/domain/season/rota-view.ts';
import { classNames } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';

type RotaTableProps = {
  meetings: readonly RotaMeetingView[];
  members: readonly RotaMemberView[];
  reader: Reader;
};

const cell = 'border-b border-line px-3 py-2 text-center';

/** The season at a glance: members beside meetings. Narrow screens have the list instead. */
export function RotaTable({ meetings, members, reader }: RotaTableProps) {
  const shown = meetings.filter((each) => each.status !== 'skipped');

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label="Who leads when" tabIndex={0} className="hidden overflow-x-auto md:block">
      <table className="w-max min-w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">Members and the meetings they lead</caption>
        <thead>
          <tr>
            <th scope="col" className={classNames(cell, 'sticky left-0 bg-paper text-left')}>
              Member
            </th>
            {shown.map((meeting) => (
              <th key={meeting.id} scope="col" className={classNames(cell, 'font-medium whitespace-nowrap')}>
                {sayDay(meeting.startsAt, reader)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th
                scope="row"
                className={classNames(cell, 'sticky left-0 bg-paper text-left whitespace-nowrap')}
              >
                {member.name}
                {member.isReader ? ' (you)' : ''}
              </th>
              {shown.map((meeting) => (
                <td key={meeting.id} className={cell}>
                  <Turn meeting={meeting} member={member} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Turn({ meeting, member }: { meeting: RotaMeetingView; member: RotaMemberView }) {
  if (meeting.lead?.id === member.id) {
    const label = meeting.status === 'closed' ? 'led' : 'leads';
    return <Icon of={Star} label={label} className="fill-lead text-lead" />;
  }
  return meeting.absent.includes(member.id) ? <span className="text-ink-soft">away</span> : null;
}
