import Check from 'lucide-react/icons/check';
import Flag from 'lucide-react/icons/flag';
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import SkipForward from 'lucide-react/icons/skip-forward';
import type { ReactNode } from 'react';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { ownerOf } from '#app/domain/meeting/challenge.ts';
import { hasRole } from '#app/domain/meeting/roles.ts';
import { currentPhase } from '#app/domain/meeting/turn.ts';
import { Button } from '#app/ui/button.tsx';
import { AskMoreTime } from './ask-more-time.tsx';
import { useRoomParts } from './room-context.ts';
import { nextItem, runningItem } from './running.ts';

/** What the lead holds in hand: the meeting's start, the running item's clock, the next item, the end. */
export function ItemControls() {
  const { meeting, leads, act, ask, me } = useRoomParts();
  const running = runningItem(meeting);

  if (!leads) {
    const isTheirs = running !== undefined && ownerOf(meeting.items, running) === me;
    if (!running || !(isTheirs || hasRole(meeting, me, 'timekeeper'))) return null;
    return (
      <>
        <AskMoreTime item={running} />
        {isTheirs ? <FinishButton item={running} /> : null}
      </>
    );
  }
  if (meeting.status === 'planned') {
    return (
      <Button
        type="button"
        kind="primary"
        size="small"
        icon={Play}
        onClick={() => act({ kind: 'meeting.start' })}
      >
        Start the meeting
      </Button>
    );
  }
  return (
    <>
      {running ? <ClockButtons item={running} /> : null}
      <NextButton />
      {running ? <FinishButton item={running} /> : null}
      {!running && !nextItem(meeting) ? (
        <Button type="button" size="small" kind="primary" icon={Flag} onClick={() => ask({ what: 'close' })}>
          Close the meeting
        </Button>
      ) : null}
    </>
  );
}

function ClockButtons({ item }: { item: AgendaItem }) {
  const { act } = useRoomParts();
  const aim = { item: item.id, rev: item.clock.rev };
  const isPaused = item.clock.state === 'paused';

  return (
    <>
      <Button
        type="button"
        size="small"
        icon={isPaused ? Play : Pause}
        onClick={() => act({ kind: isPaused ? 'item.resume' : 'item.pause', ...aim })}
      >
        <Roomy>{isPaused ? 'Resume' : 'Pause'}</Roomy>
      </Button>
      <AskMoreTime item={item} />
    </>
  );
}

function NextButton() {
  const { meeting, act } = useRoomParts();
  const next = nextItem(meeting);
  if (!next) return null;
  return (
    <Button
      type="button"
      size="small"
      kind={currentPhase(meeting)?.next ? 'quiet' : 'primary'}
      icon={SkipForward}
      className="min-w-24 max-md:flex-1"
      onClick={() => act({ kind: 'item.next', running: meeting.running })}
    >
      <span className="min-w-0 max-w-40 truncate lg:max-w-64">
        {meeting.running ? (
          <>
            <Roomy>Next: </Roomy>
            {next.title}
          </>
        ) : (
          // What is next stands above it: a small screen has room for what to do.
          <>
            Start<Roomy>: {next.title}</Roomy>
          </>
        )}
      </span>
    </Button>
  );
}

/** Words for which a small screen has no room: there they are read aloud only. */
function Roomy({ children }: { children: ReactNode }) {
  return <span className="max-md:sr-only">{children}</span>;
}

/** The lead, and whoever brings an item, may finish it. */
function FinishButton({ item }: { item: AgendaItem }) {
  const { act } = useRoomParts();
  return (
    <Button
      type="button"
      size="small"
      icon={Check}
      onClick={() => act({ kind: 'item.finish', item: item.id, rev: item.clock.rev })}
    >
      <Roomy>Finish</Roomy>
    </Button>
  );
}
