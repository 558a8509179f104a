import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import { type Reader, sayElsewhere, sayMoment } from '#app/domain/calendar/say-time.ts';
import type { Minutes } from '#app/domain/meeting/minutes.ts';
import type { TalkBand } from '#app/domain/meeting/talk-time.ts';
import type { NoteBlock } from '#app/domain/notes/note-tree.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { GoneLine } from '../talk/gone-line.tsx';
import { useArrival } from '../talk/use-arrival.ts';
import { ActionItems } from './action-items.tsx';
import { Held } from './held.tsx';
import { MinutedDecisions } from './minuted-decisions.tsx';
import { MinutedItems } from './minuted-items.tsx';
import { MinutedNotes } from './minuted-notes.tsx';
import { MinutedTalk } from './minuted-talk.tsx';
import { OwnShare } from './own-share.tsx';
import { PrintButton } from './print-button.tsx';

export type MinutesPageProps = {
  minutes: Minutes;
  names: Record<string, string>;
  /** The reader's own share of the talking. */
  share: TalkBand | null;
  meetingId: string;
  circle: { id: string; name: string; timeZone: string };
  reader: Reader;
  readerId: string;
  next: { id: string; startsAt: number; leader: string | null } | null;
  notes: NoteBlock[] | null;
  /** The meeting that the notes were carried to. */
  carriedTo: string | null;
  commandId: string;
};

/** What a meeting came to: decisions and action items first, then how it went. */
export function MinutesPage(props: MinutesPageProps) {
  const { minutes, names, circle, reader, meetingId, next } = props;
  const [isGone, setIsGone] = useState(false);
  useArrival(minutes, () => setIsGone(true));
  const nameOf = (person: string) => names[person] ?? 'A former member';
  const elsewhere = sayElsewhere(minutes.planned.startsAt, reader, circle.timeZone);

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        eyebrow="Minutes"
        title={circle.name}
        lead={sayMoment(minutes.planned.startsAt, reader) + (elsewhere ? ` (${elsewhere})` : '')}
        back={{ to: `/circles/${circle.id}`, label: circle.name }}
        actions={
          <span className="flex flex-wrap gap-3 print:hidden">
            <PrintButton />
            <ButtonLink to={`/meetings/${meetingId}/minutes.md`} icon={Download} reloadDocument>
              Download
            </ButtonLink>
          </span>
        }
      />
      {isGone ? <GoneLine instead="Here is everything else." /> : null}
      <Standing minutes={minutes} meetingId={meetingId} />
      {props.share ? <OwnShare share={props.share} /> : null}
      <MinutedDecisions decisions={minutes.decisions} nameOf={nameOf} />
      <ActionItems {...props} nameOf={nameOf} />
      {next ? (
        <Notice kind="info" title="Next time">
          <TextLink to={`/meetings/${next.id}`}>{sayMoment(next.startsAt, reader)}</TextLink>
          {next.leader ? `. ${next.leader} leads.` : '.'}
        </Notice>
      ) : null}
      <MinutedNotes {...props} isOver={minutes.status === 'closed' || minutes.status === 'skipped'} />
      <MinutedItems items={minutes.items} nameOf={nameOf} />
      <Held minutes={minutes} reader={reader} nameOf={nameOf} />
      <MinutedTalk talk={minutes.talk} reader={reader} nameOf={nameOf} />
    </div>
  );
}

function Standing({ minutes, meetingId }: Pick<MinutesPageProps, 'minutes' | 'meetingId'>) {
  if (minutes.status === 'closed') return null;
  if (minutes.status === 'skipped') return <Notice kind="info">This meeting did not take place.</Notice>;
  return (
    <Notice kind="info" actions={<TextLink to={`/meetings/${meetingId}`}>Go to the meeting</TextLink>}>
      The meeting is not closed yet. These are the minutes so far.
    </Notice>
  );
}
