import { ledMost } from '#app/domain/meeting/led-most.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { Covered } from '../live/covered.tsx';
import { NotesAfter } from '../notes/notes-after.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { OwnWords } from './own-words.tsx';
import { count } from './remaining-words.ts';
import { useRoomParts } from './room-context.ts';

/** After the meeting: the way to the minutes, and whatever of one's own did not make it in time. */
export function ClosedRoom() {
  const { state, meeting, me, circle, nameOf } = useRoomParts();
  const wasHeld = meeting.status === 'closed';
  const lead = ledMost(meeting);
  const { decisions, actions } = meeting;
  const outcome = `${count(decisions.length, 'decision')} and ${count(actions.length, 'action item')} came out of it.`;
  const thanks = ['Thank you for being here.', decisions.length + actions.length > 0 ? outcome : ''];

  return (
    <div className="h-full overflow-y-auto">
      <ConnectionLine
        connection={state.connection}
        place={`/meetings/${state.room}/room`}
        circle={circle.id}
      />
      <Covered connection={state.connection} className="mx-auto flex max-w-text flex-col gap-6 px-4 py-10">
        <PageHeading
          eyebrow={circle.name}
          title={wasHeld ? 'The meeting is closed' : 'This meeting was called off'}
          lead={
            wasHeld
              ? [...thanks, lead ? `${lead === me ? 'You' : nameOf(lead)} led.` : '']
                  .filter(Boolean)
                  .join(' ')
              : 'Nothing is lost: what was on its agenda stays with the circle.'
          }
          actions={
            <>
              <ButtonLink to={`/meetings/${state.room}/minutes`} kind={wasHeld ? 'primary' : 'quiet'}>
                Read the minutes
              </ButtonLink>
              <ButtonLink to={`/circles/${circle.id}`}>Back to {circle.name}</ButtonLink>
            </>
          }
        />
        <OwnWords />
        <NotesAfter />
      </Covered>
    </div>
  );
}
