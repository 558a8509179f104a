import { type Reader, sayAway, sayElsewhere, sayMoment } from '#app/domain/calendar/say-time.ts';
import { Time } from '#app/ui/time.tsx';

type WhenProps = {
  /** Milliseconds since the epoch. */
  at: number;
  reader: Reader;
  /** The circle's zone: said too where its clocks differ at that moment. */
  timeZone: string;
  /** Says how far away it is, too. */
  away?: boolean;
};

/** A moment on the reader's clock and, where that differs, on the circle's. */
export function When({ at, reader, timeZone, away = false }: WhenProps) {
  const elsewhere = sayElsewhere(at, reader, timeZone);

  return (
    <>
      <Time iso={new Date(at).toISOString()}>
        {sayMoment(at, reader)}
        {away ? `, ${sayAway(at, reader)}` : null}
      </Time>
      {elsewhere ? <span className="font-normal text-ink-soft"> ({elsewhere})</span> : null}
    </>
  );
}
