import { isOpen, type RotaFacts } from '#app/domain/rota/facts.ts';
import { keepLedger } from '#app/domain/rota/ledger.ts';
import { planRota, type RotaPlan } from '#app/domain/rota/plan.ts';

/**
 * The plan the members have been told: what was announced is what is shown. It takes no planning, so a page can ask
 * for it freely; the lines of those who would step in do, and are worked out only when asked for.
 */
export function announcedPlan(facts: RotaFacts, { withLines }: { withLines: boolean }): RotaPlan {
  const planned = withLines ? planRota(facts) : null;

  const meetings = facts.meetings.map((meeting, index) => {
    const holder = isOpen(meeting) ? meeting.announced : meeting.state === 'held' ? meeting.heldBy : null;
    const line = planned?.meetings[index]?.line.filter((seat) => seat !== holder) ?? [];
    return { number: meeting.number, holder, line, changedFrom: null };
  });
  return { meetings, ledger: planned?.ledger ?? keepLedger(facts) };
}
