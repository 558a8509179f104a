import type { RotaMemberView } from '#app/domain/season/rota-view.ts';
import { Card } from '#app/ui/card.tsx';

const width = 200;
const middle = 8;

/** Turns led and to come beside everyone's fair share: for looking at together, never a rank. */
export function FairnessPlot({ members }: { members: readonly RotaMemberView[] }) {
  const most = Math.max(1, ...members.map((each) => Math.max(each.led + each.ahead, each.share)));
  const step = Math.min(48, (width - 4) / most);

  return (
    <Card title="How fair it is">
      <p className="text-ink-soft">
        Each meeting is one turn, shared by everyone who can come. Away in good time: you owe nothing for that
        day. Stepped in: you have done a turn.
      </p>
      <ul className="flex flex-col gap-4">
        {members.map((member) => (
          <li key={member.id} className="grid items-center gap-x-6 gap-y-1 sm:grid-cols-[1fr_auto]">
            <p className="min-w-0">
              <span className="font-semibold">{member.isReader ? 'You' : member.name}</span>{' '}
              <span className="text-sm text-ink-soft tabular-nums">
                {member.led} led, {member.ahead} to come, fair share {member.share.toFixed(1)}
              </span>
            </p>
            <Turns member={member} step={step} />
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-soft">
        A full dot is a turn led, an open one a turn to come, the line is the fair share by the end of the
        season.
      </p>
    </Card>
  );
}

function Turns({ member, step }: { member: RotaMemberView; step: number }) {
  const radius = Math.min(5, step * 0.36);
  const turns = Array.from({ length: member.led + member.ahead }, (_, index) => index);
  const share = 2 + member.share * step;

  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} 16`} focusable="false" className="h-4 w-50 max-w-full">
      <line x1="2" x2={width} y1={middle} y2={middle} strokeWidth="1" className="stroke-line" />
      {turns.map((turn) => (
        <circle
          key={turn}
          cx={2 + (turn + 0.5) * step}
          cy={middle}
          r={radius}
          strokeWidth="1.5"
          className={turn < member.led ? 'fill-lead stroke-lead' : 'fill-surface stroke-lead'}
        />
      ))}
      <line x1={share} x2={share} y1="0" y2="16" strokeWidth="2" className="stroke-ink" />
    </svg>
  );
}
