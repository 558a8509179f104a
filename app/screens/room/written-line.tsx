import ListPlus from 'lucide-react/icons/list-plus';
import CheckSquare from 'lucide-react/icons/square-check-big';
import { actionFrom, topicFrom } from '#app/domain/meeting/from-line.ts';
import { minutesForTopic } from '#app/domain/meeting/topic-time.ts';
import type { Message } from '#app/domain/talk/talk.ts';
import { Button } from '#app/ui/button.tsx';
import { useRoomParts } from './room-context.ts';

/** Below a line that was written in silence: one press makes it a topic or an action item of its author's. */
export function WrittenLine({ message }: { message: Message }) {
  const { meeting, state, act } = useRoomParts();
  const { id, author, text } = message;
  if (text === null || message.form !== 'silent-writing') return null;
  const isMember = state.people.some((person) => person.id === author);
  const words = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const isTopic = meeting.items.some((item) => item.id === id);
  const isAction = meeting.actions.some((action) => action.id === id);

  return (
    <div className="-ml-3 flex flex-wrap items-center gap-x-1 text-sm">
      {isTopic ? (
        <Made words="On the agenda" />
      ) : (
        <Button
          type="button"
          size="small"
          kind="plain"
          icon={ListPlus}
          aria-label={`Make it a topic: ${words}`}
          onClick={() => act(topicFrom({ id, author, text }, isMember, minutesForTopic(meeting.items)))}
        >
          Topic
        </Button>
      )}
      {isAction ? (
        <Made words="An action item" />
      ) : isMember ? (
        <Button
          type="button"
          size="small"
          kind="plain"
          icon={CheckSquare}
          aria-label={`Make it an action item: ${words}`}
          onClick={() => act(actionFrom({ id, author, text }))}
        >
          Action item
        </Button>
      ) : null}
    </div>
  );
}

function Made({ words }: { words: string }) {
  return <span className="px-3 text-ink-soft">{words}</span>;
}
