import { Form, useNavigate } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useFormState } from '../circle/use-fault.ts';

/** What saying "I can't come" would come to. `seen` goes back with the form, so that nobody confirms something else. */
export type AbsenceFacts = {
  meetingId: string;
  day: string;
  leads: boolean;
  isLate: boolean;
  sentence: string;
  seen: string;
};

type AbsenceDialogProps = { circleId: string; absence: AbsenceFacts };

/** Who takes over, shown before anything happens. */
export function AbsenceDialog({ circleId, absence }: AbsenceDialogProps) {
  const { meetingId, day, leads, isLate, sentence, seen } = absence;
  const state = useFormState('absence.declare');
  const navigate = useNavigate();
  const rota = `/circles/${circleId}/rota`;

  return (
    <Dialog
      title={`You can’t come on ${day}?`}
      open
      onClose={() => navigate(rota, { preventScrollReset: true })}
    >
      <ErrorSummary errors={state.errors} />
      <p>{leads ? sentence : `You do not lead then. ${sentence}`}</p>
      {leads && isLate ? (
        <Notice>
          It is less than two days ahead, so this turn still counts as yours: you may lead again a little
          sooner.
        </Notice>
      ) : null}
      <Form
        method="post"
        action={`${rota}?away=${meetingId}`}
        preventScrollReset
        className="flex flex-wrap gap-2"
      >
        <input type="hidden" name="intent" value="absence.declare" />
        <input type="hidden" name="meetingId" value={meetingId} />
        <input type="hidden" name="seen" value={seen} />
        <Button kind="primary" pending={state.pending} pendingLabel="Telling the circle">
          I can’t come
        </Button>
        <ButtonLink to={rota} preventScrollReset>
          Leave it as it is
        </ButtonLink>
      </Form>
    </Dialog>
  );
}
