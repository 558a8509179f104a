import { useMemo } from 'react';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { remainingMs } from '#app/domain/meeting/timebox.ts';
import { Ring, type RingProps } from '#app/ui/ring.tsx';
import { figures } from './remaining-words.ts';
import { ringSeats } from './ring-seats.ts';
import { useNow, useRoomParts } from './room-context.ts';
import { runningItem } from './running.ts';

/** The circle around its table, with the running item's time at the table's edge. */
export function RoomRing() {
  const { state, meeting } = useRoomParts();
  const seats = useMemo(() => ringSeats(state), [state]);
  const item = runningItem(meeting);
  const isHot = item?.itemKind === 'hot-seat' && seats.some(({ id }) => id === item.bringer);

  if (seats.length < 2) return <p className="text-ink-soft">You are alone at the table so far.</p>;
  const place: Pick<RingProps, 'seats' | 'label'> = { seats, label: 'Who is here' };
  if (!item) return <Ring {...place} centre={{ title: titleFor(meeting.status) }} />;
  return <TimedRing {...place} item={item} {...(isHot && item.bringer ? { hotSeat: item.bringer } : {})} />;
}

function titleFor(status: string): string {
  return status === 'planned' ? 'Soon' : 'Between items';
}

type TimedRingProps = Pick<RingProps, 'seats' | 'label' | 'hotSeat'> & { item: AgendaItem };

function TimedRing({ item, seats, label, hotSeat }: TimedRingProps) {
  const left = remainingMs(item, useNow());
  const whole = item.minutes * 60_000 + item.clock.extendedMs;
  // In steps that can be seen, so that the ring is not drawn anew for nothing.
  const gone = Math.round((1 - left / whole) * 200) / 200;
  const progress = left < 0 ? 'overtime' : gone;
  const time = figures(left);

  return useMemo(() => {
    // The serif has no figures of one width.
    const centre = { title: <span className="font-sans tabular-nums">{time}</span>, detail: item.title };
    return <Ring {...{ seats, label, progress, centre }} {...(hotSeat ? { hotSeat } : {})} />;
  }, [seats, label, hotSeat, progress, time, item.title]);
}
