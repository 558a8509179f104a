import type { MinutedDecision } from '#app/domain/meeting/minutes.ts';
import { Card } from '#app/ui/card.tsx';
import { RichText } from '../talk/rich-text.tsx';

type MinutedDecisionsProps = { decisions: MinutedDecision[]; nameOf: (person: string) => string };

/** What was decided, as it stood in the room, and on which item. */
export function MinutedDecisions({ decisions, nameOf }: MinutedDecisionsProps) {
  return (
    <Card title="Decisions" level={2}>
      {decisions.length === 0 ? <p className="text-ink-soft">No decisions were written down.</p> : null}
      <ul className="flex flex-col gap-3">
        {decisions.map(({ id, text, by, title }) => (
          <li
            key={id}
            id={`decision-${id}`}
            className="max-w-text rounded-sm target:bg-accent-soft data-arrived:bg-accent-soft"
          >
            <p className="in-its-direction">
              <RichText text={text} />
            </p>
            <p className="text-sm text-ink-soft">
              {nameOf(by)}
              {title === null ? null : (
                <>
                  , on <bdi>{title}</bdi>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
