import type { ReactNode } from 'react';
import { sayClock } from '#app/domain/calendar/say-time.ts';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { Time } from '#app/ui/time.tsx';

type MessageGroupProps = {
  author: string;
  name: string;
  isOwn: boolean;
  at: number;
  /** When that was, in words; the time of day unless told. */
  when?: string;
  /** The reader's time zone. */
  zone: string;
  children: ReactNode;
};

/** Lines that one person said in one go. */
export function MessageGroup({ author, name, isOwn, at, when, zone, children }: MessageGroupProps) {
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <div className="row-span-2 pt-0.5">
        <SeatMark id={author} name={name} size="small" />
      </div>
      <p className="flex items-baseline gap-2 px-2">
        <span className="font-semibold">{isOwn ? 'You' : name}</span>
        <Time iso={new Date(at).toISOString()} className="text-xs text-ink-soft">
          {when ?? sayClock(at, zone)}
        </Time>
      </p>
      <div className="col-start-2 min-w-0">{children}</div>
    </div>
  );
}
