import { type Reader, sayDay, sayMoment } from '#app/domain/calendar/say-time.ts';
import type { Hit } from '#app/domain/search/search.ts';
import { Link } from '#app/ui/link.tsx';
import { Time } from '#app/ui/time.tsx';
import { kindWords } from './kind-words.ts';
import { placeOf } from './search-addresses.ts';

/** One thing that was found: its words, whose they are, and the way to where it stands. */
export function HitCard({ hit, reader }: { hit: Hit; reader: Reader }) {
  const { kind, parts, at, person, circle, meeting } = hit;
  const where = meeting ? `meeting of ${sayDay(meeting.startsAt, reader)}` : 'between meetings';

  return (
    <li className="rounded-md border border-line bg-surface">
      <Link to={placeOf(hit)} className="flex flex-col gap-1 rounded-md p-3 hover:bg-well sm:p-4">
        <span className="text-sm text-ink-soft">
          {kindWords[kind].one}
          {person ? `, ${person}` : ''}, <Time iso={new Date(at).toISOString()}>{sayMoment(at, reader)}</Time>
        </span>
        <span className="break-words whitespace-pre-line">
          {parts.map(({ text, hit: isHit }, index) =>
            isHit ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the excerpt is drawn anew as a whole
              <mark key={index} className="rounded-sm bg-accent-soft px-0.5 text-ink">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </span>
        <span className="text-sm text-ink-soft">
          {circle.name}, {where}
        </span>
      </Link>
    </li>
  );
}
