import type { Message } from '#app/domain/talk/talk.ts';
import { MessageGroup } from './message-group.tsx';
import { ProgressWords } from './progress-words.tsx';
import { RefusedWords } from './refused-words.tsx';
import { RichText } from './rich-text.tsx';
import type { TalkLogProps } from './talk-log.tsx';

type PendingLinesProps = Pick<TalkLogProps, 'pending' | 'me' | 'nameOf' | 'zone' | 'desk'> & {
  /** The lines that are on the page, each with the own change of it. */
  messages: readonly Message[];
};

/** Own lines on their way, behind everything that is saved; and those that could not be taken. */
export function PendingLines({ pending, messages, me, nameOf, zone, desk }: PendingLinesProps) {
  const known = new Set(messages.map(({ id }) => id));
  const loose = pending.filter(({ command }) => !known.has(command.message));
  const under = loose.filter(
    ({ command, progress }) => command.kind === 'message.post' && progress !== 'refused',
  );
  const kept = loose.filter(({ progress }) => progress === 'refused');
  const [first] = under;

  return (
    <>
      {first ? (
        <MessageGroup author={me} name={nameOf(me)} isOwn at={first.at} zone={zone}>
          {under.map(({ id, command, progress }) => (
            <div key={id} className="in-its-direction px-2 py-0.5 break-words text-ink-soft">
              <RichText text={command.text ?? ''} />
              <div>
                <ProgressWords progress={progress === 'sending' ? 'sending' : 'waiting'} />
              </div>
            </div>
          ))}
        </MessageGroup>
      ) : null}
      {kept.map((one) => (
        <RefusedWords key={one.id} one={one} retry={desk.retry} discard={desk.discard} />
      ))}
    </>
  );
}
