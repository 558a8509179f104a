import { isFrozen } from '#app/domain/meeting/agenda.ts';
import { LiveRegion } from '#app/ui/live-region.tsx';
import { Covered } from '../live/covered.tsx';
import { AgendaHeader } from './agenda-header.tsx';
import { AgendaList } from './agenda-list.tsx';
import type { AgendaPageProps } from './agenda-model.ts';
import { AgendaNotices } from './agenda-notices.tsx';
import { FormatChooser } from './format-chooser.tsx';
import { OpenActions } from './open-actions.tsx';
import { KeptProposal, ProposeForm } from './propose-form.tsx';
import { useAgenda } from './use-agenda.ts';
import { useAgendaNews } from './use-agenda-news.ts';
import { VotingCard } from './voting-card.tsx';

/** A meeting's agenda, from its planning on: everyone proposes, votes and arranges, and sees the others do it. */
export function AgendaPage(props: AgendaPageProps) {
  return (
    <LiveRegion>
      <LiveAgenda {...props} />
    </LiveRegion>
  );
}

function LiveAgenda(props: AgendaPageProps) {
  const agenda = useAgenda(props);
  useAgendaNews(agenda);
  const { may, meeting } = agenda;

  return (
    <div className="flex flex-col gap-6 sm:gap-8">
      <AgendaHeader agenda={agenda} circle={props.circle} />
      <AgendaNotices agenda={agenda} />
      <Covered
        connection={agenda.connection}
        className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-8"
      >
        <div className="flex min-w-0 flex-col gap-6">
          {may.change ? <OpenActions actions={props.openActions} nameOf={agenda.nameOf} /> : null}
          <AgendaList agenda={agenda} />
          {may.change ? <ProposeForm agenda={agenda} /> : <KeptProposal agenda={agenda} />}
          {may.arrange && !meeting.items.some(isFrozen) ? <FormatChooser agenda={agenda} /> : null}
        </div>
        <div className="min-w-0">
          <VotingCard agenda={agenda} />
        </div>
      </Covered>
    </div>
  );
}
