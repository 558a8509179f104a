import { useEffect, useRef } from 'react';
import { agendaNews } from '#app/domain/meeting/agenda-news.ts';
import { useAnnounce } from '#app/ui/live-region.tsx';
import type { Agenda } from './use-agenda.ts';

/** Tells screen readers what has changed, whoever did it. */
export function useAgendaNews({ meeting, nameOf, people }: Agenda): void {
  const announce = useAnnounce();
  const told = useRef(meeting);

  useEffect(() => {
    const news = agendaNews(told.current, meeting, { nameOf, members: people.map(({ id }) => id) });
    told.current = meeting;
    if (news) announce(news);
  });
}
