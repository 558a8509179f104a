import { useActionData } from '@remix-run/react';
import { Notice } from '#app/ui/notice.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { coveredWords, SignInAgain } from '../frame/sign-in-again.tsx';
import type { Agenda } from './use-agenda.ts';

type Faulty = {
  fault?: { intent: string; form?: string; fields: Record<string, string>; values: Record<string, string> };
};

/** How the meeting and the line stand when that is not as usual, and why a press had no effect. */
export function AgendaNotices({ agenda }: { agenda: Agenda }) {
  return (
    <>
      <MeetingNotice agenda={agenda} />
      <LineNotice agenda={agenda} />
      <TroubleNotice agenda={agenda} />
    </>
  );
}

function MeetingNotice({ agenda: { id, meeting } }: { agenda: Agenda }) {
  if (meeting.status === 'skipped') {
    return <Notice>This meeting is skipped. The agenda stays as it was, in case it is put back.</Notice>;
  }
  if (meeting.status !== 'closed') return null;
  return (
    <Notice actions={<TextLink to={`/meetings/${id}/minutes`}>Read the minutes</TextLink>}>
      This meeting is over.
    </Notice>
  );
}

const lineWords = {
  offline: 'There is no live connection right now. What the others change shows here when it is back.',
  'signed-out': coveredWords.more,
  cut: 'This circle’s pages are closed to you now.',
  renewed: 'Rondo has been renewed. Please reload this page.',
};

function LineNotice({ agenda: { id, connection } }: { agenda: Agenda }) {
  if (connection === 'live' || connection === 'connecting') return null;
  const isEnded = connection === 'signed-out';
  return (
    <div className="animate-late">
      <Notice
        kind="warn"
        live="polite"
        title={isEnded ? coveredWords.title : undefined}
        actions={isEnded ? <SignInAgain back={`/meetings/${id}/agenda`} /> : undefined}
      >
        {lineWords[connection]}
      </Notice>
    </div>
  );
}

/** A refusal that has no form of its own on the page any more, or never had words in it. */
function TroubleNotice({ agenda }: { agenda: Agenda }) {
  const { fault } = useActionData<Faulty>() ?? {};
  const item = agenda.listed.find(({ id }) => id === fault?.values.item);
  const isNew = fault?.intent === 'item.propose';
  const hasPlace = (isNew && agenda.may.change) || (fault?.intent === 'item.edit' && item);
  const sentence =
    agenda.trouble ?? (fault && !hasPlace ? (fault.form ?? Object.values(fault.fields)[0]) : null);
  if (!sentence) return null;

  const typed =
    fault && (isNew || fault.intent === 'item.edit') ? [fault.values.title, fault.values.help] : [];
  return (
    <Notice kind="warn" live="alert" title={sentence}>
      {typed.some(Boolean) ? (
        <span className="whitespace-pre-line">What you wrote: {typed.filter(Boolean).join('\n')}</span>
      ) : null}
    </Notice>
  );
}
