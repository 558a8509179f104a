import Ear from 'lucide-react/icons/ear';
import Eye from 'lucide-react/icons/eye';
import StepForward from 'lucide-react/icons/step-forward';
import { rolesOfPhase } from '#app/domain/meeting/phases.ts';
import {
  type CurrentPhase,
  currentPhase,
  focusOf,
  holdersOf,
  mayTakePart,
  phaseRemainingMs,
} from '#app/domain/meeting/turn.ts';
import { Button } from '#app/ui/button.tsx';
import { classNames } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';
import { PhaseDots } from './phase-dots.tsx';
import { needsFocus, wantedWords, whoWords } from './phase-words.ts';
import { figures, remainingInWords } from './remaining-words.ts';
import { RoleTaker } from './role-taker.tsx';
import { useNow, useRoomParts } from './room-context.ts';
import { SeatTaker } from './seat-taker.tsx';

/** Where an item of a format stands: the phase, who may write, in which form, how long, and what comes next. */
export function PhaseStrip() {
  const { meeting } = useRoomParts();
  const current = currentPhase(meeting);
  // An open talk of everyone asks for nothing and leads to nothing.
  const isOpen = current?.phase.who === 'everyone' && current.phase.form === 'any';
  if (!current || (isOpen && current.item.run?.phases.length === 1)) return null;
  return <Phases current={current} />;
}

function Phases({ current }: { current: CurrentPhase }) {
  const { meeting, me, leads, shortNameOf } = useRoomParts();
  const { item, phase, index, next } = current;
  const focus = focusOf(meeting.items, item);
  const count = item.run?.phases.length ?? 1;
  const listens = !mayTakePart(meeting, me) && focus === me && phase.who.startsWith('consultants');
  const holders = holdersOf(meeting, item, phase);
  const who = whoWords(phase, {
    ...{ focus: focus && shortNameOf(focus), holders: holders.map(shortNameOf), leads },
  });
  const asks = [who, wantedWords(phase, meeting.floor.round === null)].filter(Boolean).join(': ');

  return (
    <section
      aria-label="Phase"
      className="flex flex-col gap-2 border-b border-line bg-well px-3 py-2 text-sm md:px-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-56">
          {/* A single phase is called like its item, whose name stands above. */}
          {count > 1 ? (
            <p className="flex min-w-0 items-baseline gap-2">
              <span className="shrink-0 text-ink-soft tabular-nums">
                <span className="sr-only">Phase </span>
                {index + 1}/{count}
              </span>
              <span className="line-clamp-2 min-w-0 font-semibold md:line-clamp-1">{phase.name}</span>
              <PhaseTime current={current} />
            </p>
          ) : null}
          <p className="text-ink-soft first-letter:uppercase">
            {asks}
            {next ? <span className="max-md:sr-only"> · next: {next.name}</span> : null}
          </p>
        </div>
        {listens ? (
          <p className="inline-flex items-center gap-2 rounded-full bg-accent-soft px-3 py-1.5 font-semibold text-accent-strong">
            <Icon of={Ear} size="small" />
            You are listening
          </p>
        ) : null}
        {leads && next ? <NextPhase current={current} /> : null}
      </div>
      {focus === null && needsFocus(phase) ? <SeatTaker item={item} /> : null}
      {phase.who === 'role-holder' && holders.length === 0 ? <RoleTaker roles={rolesOfPhase(phase)} /> : null}
      {phase.form === 'dots' ? <PhaseDots /> : null}
    </section>
  );
}

function PhaseTime({ current }: { current: CurrentPhase }) {
  const left = phaseRemainingMs(current, useNow());
  return (
    <span className={classNames('shrink-0 tabular-nums', left < 0 ? 'text-stop' : 'text-ink-soft')}>
      <span aria-hidden="true">{figures(left)}</span>
      <span className="sr-only">{remainingInWords(left)}</span>
    </span>
  );
}

/** The lead moves on; time that is over moves nobody by itself. */
function NextPhase({ current }: { current: CurrentPhase }) {
  const { act } = useRoomParts();
  const { item, index, phase, next } = current;
  const reveals = phase.form === 'silent-writing';

  return (
    <Button
      type="button"
      size="small"
      kind="primary"
      icon={reveals ? Eye : StepForward}
      className="min-w-0 max-w-full"
      onClick={() => act({ kind: 'phase.start', item: item.id, phase: index + 1, from: index })}
    >
      <span className="line-clamp-2 min-w-0 md:line-clamp-1">
        {reveals ? 'Show what was written' : `On to: ${next?.name}`}
      </span>
    </Button>
  );
}
