import { type Reader, sayClock } from '#app/domain/calendar/say-time.ts';
import { lineFormWords } from '#app/domain/meeting/line-form-words.ts';
import type { MinutedTalk as TalkOfItem } from '#app/domain/meeting/minutes.ts';
import { RichText } from '#app/screens/talk/rich-text.tsx';
import { Card } from '#app/ui/card.tsx';
import { Time } from '#app/ui/time.tsx';

type MinutedTalkProps = { talk: TalkOfItem[]; reader: Reader; nameOf: (person: string) => string };

/** What was said, under the item that was on. */
export function MinutedTalk({ talk, reader, nameOf }: MinutedTalkProps) {
  if (talk.length === 0) return null;
  return (
    <Card title="What was said" level={2}>
      {talk.map(({ title, messages }) => (
        <section key={messages[0]?.id} className="flex flex-col gap-3">
          <h3 className="in-its-direction">{title ?? 'Around the agenda'}</h3>
          <ul className="flex flex-col gap-3">
            {messages.map(({ id, author, at, text, form }) => (
              <li
                key={id}
                id={`line-${id}`}
                className="in-its-direction max-w-text rounded-sm target:bg-accent-soft data-arrived:bg-accent-soft"
              >
                <p className="text-sm text-ink-soft">
                  {nameOf(author)} <Time iso={new Date(at).toISOString()}>{sayClock(at, reader.zone)}</Time>
                  {form ? `, ${lineFormWords[form].toLowerCase()}` : null}
                </p>
                <RichText text={text ?? ''} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
