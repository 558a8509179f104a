import { type Reader, sayTime } from '#app/domain/calendar/say-time.ts';
import { Card } from '#app/ui/card.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { Time } from '#app/ui/time.tsx';

/** A circle as its group's organizers see it. `nextAt` in milliseconds; `isMine` when the reader is a member. */
export type GroupCircleLine = {
  id: string;
  name: string;
  sizeLimit: number;
  members: number;
  nextAt: number | null;
  isMine: boolean;
};

/** The circles of a group: name, how many, when they meet next. */
export function CircleTable({ circles, reader }: { circles: GroupCircleLine[]; reader: Reader }) {
  return (
    <Card title="Circles">
      <ul className="flex flex-col divide-y divide-line">
        {circles.map((circle) => (
          <li
            key={circle.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <h3 className="text-lg">
                {circle.isMine ? (
                  <TextLink to={`/circles/${circle.id}`}>{circle.name}</TextLink>
                ) : (
                  circle.name
                )}
              </h3>
              <p className="text-sm text-ink-soft">
                {circle.members} of {circle.sizeLimit} members
              </p>
            </div>
            <p className="text-ink-soft">
              {circle.nextAt === null ? (
                'No meeting planned'
              ) : (
                <Time iso={new Date(circle.nextAt).toISOString()}>{sayTime(circle.nextAt, reader)}</Time>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
