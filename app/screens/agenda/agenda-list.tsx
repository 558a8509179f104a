import ListPlus from 'lucide-react/icons/list-plus';
import Plus from 'lucide-react/icons/plus';
import { useEffect, useState } from 'react';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { draftsUnder } from '../drafts/drafts.ts';
import { AgendaRow } from './agenda-row.tsx';
import { Fullness } from './fullness.tsx';
import { placeOf } from './item-changes.tsx';
import type { Agenda } from './use-agenda.ts';
import { VotingStrip } from './voting-card.tsx';

/** The items in order, each with the time it should begin at, and the sum of their minutes. */
export function AgendaList({ agenda }: { agenda: Agenda }) {
  const { listed, meeting, may } = agenda;
  const [written, setWritten] = useState<readonly string[]>([]);
  // Only this tab has what was begun: the page comes without.
  // biome-ignore lint/correctness/useExhaustiveDependencies: later on its form is open here when an item goes
  useEffect(() => {
    const begun = meeting.items.filter((item) => draftsUnder(placeOf(agenda, item)).length > 0);
    setWritten((before) => [...before, ...begun.map(({ id }) => id)]);
  }, []);
  // Taken off by somebody else: what was typed stays in sight.
  const kept = meeting.items.filter((item) => item.withdrawn && written.includes(item.id));
  const rows = [...listed, ...kept];

  function hold(id: string, isOpen: boolean): void {
    setWritten((before) => [...before.filter((one) => one !== id), ...(isOpen ? [id] : [])]);
  }

  return (
    <Card
      title="Items"
      tone="raised"
      actions={
        may.change && listed.length > 0 ? (
          <ButtonLink to="#propose" size="small" icon={Plus}>
            Propose
          </ButtonLink>
        ) : null
      }
    >
      {listed.length > 0 ? <Fullness agenda={agenda} /> : <Empty mayArrange={may.arrange} />}
      <VotingStrip agenda={agenda} />
      {rows.length > 0 ? (
        // biome-ignore lint/a11y/noRedundantRoles: without markers, Safari takes a list for none
        <ol role="list" className="-mx-4 flex flex-col divide-y divide-line border-t border-line sm:-mx-5">
          {rows.map((item, place) => (
            <AgendaRow
              key={item.id}
              agenda={agenda}
              item={item}
              place={place + 1}
              startsAt={meeting.status === 'planned' && !item.withdrawn ? plannedStart(agenda, place) : null}
              hold={hold}
            />
          ))}
        </ol>
      ) : null}
    </Card>
  );
}

function Empty({ mayArrange }: { mayArrange: boolean }) {
  if (!mayArrange) return <p className="text-ink-soft">There is nothing on the agenda.</p>;
  return (
    <EmptyState
      icon={ListPlus}
      action={
        <ButtonLink to="#formats" kind="primary">
          See the formats
        </ButtonLink>
      }
    >
      Start from a format, or propose the first item.
    </EmptyState>
  );
}

/** When the item at this place would begin if everything took as long as planned, in ms since the epoch. */
function plannedStart({ meeting, listed }: Agenda, place: number): number {
  const before = listed.slice(0, place).reduce((sum, item) => sum + item.minutes, 0);
  return meeting.startsAt + before * 60_000;
}
