import Star from 'lucide-react/icons/star';
import type { ReactNode } from 'react';
import { type Offer, wayToLead } from '#app/domain/meeting/baton.ts';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { leadNews, offerInWords } from './lead-words.ts';
import { figures } from './remaining-words.ts';
import { useNow, useRoomParts } from './room-context.ts';

/** The lead on its way: a grace that runs, a question to the reader, or who else is asked. */
export function LeadBanner() {
  const { meeting, me } = useRoomParts();
  const { offer } = meeting.baton;
  return offer?.to === me ? <OfferedToMe offer={offer} /> : <LeadNews />;
}

/** The question itself is read aloud at once; the seconds beside it are not. */
function OfferedToMe({ offer }: { offer: Offer }) {
  const { meeting, nameOf, act } = useRoomParts();
  const { holder } = meeting.lead;
  const { question, yes, no } = offerInWords(offer, holder && nameOf(holder));

  return (
    <Bar
      words={<span role="alert">{question}</span>}
      until={offer.until}
      emphasis
      actions={
        <>
          <Button
            type="button"
            size="small"
            kind="primary"
            onClick={() => act({ kind: 'lead.accept', offer: offer.number })}
          >
            {yes}
          </Button>
          <Button
            type="button"
            size="small"
            onClick={() => act({ kind: 'lead.decline', offer: offer.number })}
          >
            {no}
          </Button>
        </>
      }
    />
  );
}

function LeadNews() {
  const { meeting, me, nameOf, act } = useRoomParts();
  const now = useNow();
  const { holder } = meeting.lead;
  const way = wayToLead(meeting, me);
  const news = leadNews(meeting, { me, now, nameOf });
  const mayTakeBack = way === 'taken-back';
  const offersIt = holder === me && meeting.baton.offer?.why === 'handed';

  if (!news && !mayTakeBack) return null;
  const lent = `You handed the lead to ${holder ? nameOf(holder) : 'somebody'}. It comes back with one click.`;
  return (
    <Bar
      words={mayTakeBack ? lent : news?.text}
      until={mayTakeBack ? null : (news?.until ?? null)}
      actions={
        <>
          {way ? (
            <Button type="button" size="small" kind="primary" onClick={() => act({ kind: 'lead.take' })}>
              {mayTakeBack ? 'Take the lead back' : 'Take the lead'}
            </Button>
          ) : null}
          {offersIt ? (
            <Button type="button" size="small" onClick={() => act({ kind: 'lead.pass', to: me })}>
              Keep the lead
            </Button>
          ) : null}
        </>
      }
    />
  );
}

type BarProps = { words: ReactNode; until: number | null; emphasis?: boolean; actions: ReactNode };

function Bar({ words, until, emphasis = false, actions }: BarProps) {
  return (
    <div
      className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-lead bg-lead-soft px-3 text-sm md:px-4 ${emphasis ? 'border-y-2 py-3 md:text-base' : 'py-1.5'}`}
    >
      <p className="flex min-w-0 flex-1 basis-64 items-center gap-2">
        <Icon of={Star} size="small" className="text-lead" />
        <span className={emphasis ? 'font-semibold' : undefined}>
          {words} {until === null ? null : <Left until={until} />}
        </span>
      </p>
      <div className="flex flex-wrap gap-2 empty:hidden">{actions}</div>
    </div>
  );
}

/** What is left until an instant, never less than nothing; rounded, so that half a minute begins at 0:30. */
function Left({ until }: { until: number }) {
  const seconds = Math.max(0, Math.round((until - useNow()) / 1_000));
  return (
    <span aria-hidden="true" className="font-semibold tabular-nums whitespace-nowrap">
      {figures(seconds * 1_000)}
    </span>
  );
}
