import { Form } from '@remix-run/react';
import { sayVoters } from '#app/domain/meeting/agenda-news.ts';
import { DOTS_EACH, DOTS_ON_ONE, dotsOf } from '#app/domain/meeting/decide-voting.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { formId } from './form-id.ts';
import { isVotedOn } from './item-dots.tsx';
import type { Agenda } from './use-agenda.ts';

/** How voting stands: the reader's dots, how many have voted, and for the lead the way to close it. */
export function VotingCard({ agenda }: { agenda: Agenda }) {
  const { meeting, people, may } = agenda;
  if (!meeting.voting.open) return <Closed agenda={agenda} />;
  if (!may.vote || !isVoting(agenda)) return null;

  return (
    <Card title="Voting" className="lg:sticky lg:top-20">
      <p className="text-lg font-semibold tabular-nums">{sayDotsLeft(agenda)}</p>
      <p className="text-sm text-ink-soft">
        Put them on what matters most to you, at most {DOTS_ON_ONE} on one item. Nobody sees your dots until
        voting closes.
      </p>
      <p className="tabular-nums">{sayVoters(meeting, people.map(idOf))}</p>
      {may.lead ? <CloseVoting agenda={agenda} /> : null}
    </Card>
  );
}

/** The same in one line, in sight while the reader goes through the items on a small screen. */
export function VotingStrip({ agenda }: { agenda: Agenda }) {
  if (!agenda.may.vote || !isVoting(agenda)) return null;

  return (
    <p
      aria-hidden="true"
      className="sticky top-14 z-10 -mx-4 -mb-[17px] flex flex-wrap justify-between gap-x-4 border-y border-line bg-surface px-4 py-2 text-sm tabular-nums sm:-mx-5 sm:px-5 lg:hidden"
    >
      <strong>{sayDotsLeft(agenda)}</strong>
      <span className="text-ink-soft">{sayVoters(agenda.meeting, agenda.people.map(idOf))}</span>
    </p>
  );
}

/** Whether there is, or was, anything to vote on. */
function isVoting({ meeting, listed }: Agenda): boolean {
  return listed.some(isVotedOn) || meeting.voting.voters.length > 0;
}

const idOf = ({ id }: { id: string }) => id;

/** "2 of your 3 dots left". */
function sayDotsLeft({ meeting, me }: Agenda): string {
  const used = Object.values(dotsOf(meeting, me)).reduce((sum, dots) => sum + dots, 0);
  return `${DOTS_EACH - used} of your ${DOTS_EACH} dots left`;
}

function CloseVoting({ agenda }: { agenda: Agenda }) {
  const state = useFormState('voting.close');

  return (
    <Form method="post" replace preventScrollReset onSubmit={agenda.guard} className="flex flex-col gap-2">
      <input type="hidden" name="intent" value="voting.close" />
      <input type="hidden" name="commandId" value={formId(agenda.seed, 'close')} />
      <div>
        <Button pending={state.pending} pendingLabel="Closing">
          Close voting
        </Button>
      </div>
      <p className="text-sm text-ink-soft">
        Everyone then sees the dots, and topics stand in the order of them. Starting the meeting closes it
        too.
      </p>
    </Form>
  );
}

function Closed({ agenda: { meeting } }: { agenda: Agenda }) {
  const dots = Object.values(meeting.voting.tally ?? {}).reduce((sum, count) => sum + count, 0);

  return (
    <Card title="Voting is closed">
      <p className="text-ink-soft">
        {dots > 0
          ? `${dots} ${dots === 1 ? 'dot was' : 'dots were'} placed. Topics were put in the order of them.`
          : 'No dots were placed, so the order stayed as it was.'}
      </p>
    </Card>
  );
}
