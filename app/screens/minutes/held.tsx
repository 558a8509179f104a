import { type Reader, sayClock, sayMinutes } from '#app/domain/calendar/say-time.ts';
import type { MinutedLead, Minutes } from '#app/domain/meeting/minutes.ts';
import { Card } from '#app/ui/card.tsx';
import { DataList } from '#app/ui/data-list.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';

type HeldProps = { minutes: Minutes; reader: Reader; nameOf: (person: string) => string };

/** When it was held, who led, who was there. */
export function Held({ minutes, reader, nameOf }: HeldProps) {
  const { held, planned, led, attendance, format } = minutes;
  const span = (from: number, to: number | null) =>
    `${sayClock(from, reader.zone)} to ${to === null ? 'now' : sayClock(to, reader.zone)}`;
  const facts = [
    { label: 'Planned', value: span(planned.startsAt, planned.endsAt) },
    ...(held.startedAt === null ? [] : [{ label: 'Held', value: span(held.startedAt, held.closedAt) }]),
    ...(format === null ? [] : [{ label: 'Format', value: format }]),
    { label: 'Led by', value: <LedBy led={led} reader={reader} nameOf={nameOf} /> },
  ];

  return (
    <Card title="How it was held" level={2}>
      <DataList items={facts} />
      <h3>Who was here</h3>
      {attendance.length === 0 ? <p className="text-ink-soft">Nobody was in the room.</p> : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {attendance.map(({ person, presentMs, arrivedAt }) => (
          <li key={person} className="flex items-center gap-3">
            <SeatMark id={person} name={nameOf(person)} />
            <span>
              {nameOf(person)}
              <span className="block text-sm tabular-nums text-ink-soft">
                from {sayClock(arrivedAt, reader.zone)}, {sayMinutes(Math.round(presentMs / 60_000))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const ways: Record<string, string> = {
  planned: 'as planned',
  'stepped-in': 'stepped in',
  'handed-over': 'was handed the lead',
  'taken-back': 'took the lead back',
};

function LedBy({
  led,
  reader,
  nameOf,
}: {
  led: MinutedLead[];
  reader: Reader;
  nameOf: (person: string) => string;
}) {
  return (
    <ul>
      {led.map(({ person, how, at }) => (
        <li key={`${person}-${at}`}>
          {nameOf(person)}{' '}
          <span className="text-sm text-ink-soft">
            {ways[how]}
            {at === null ? '' : ` at ${sayClock(at, reader.zone)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
