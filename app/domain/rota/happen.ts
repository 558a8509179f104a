/**
 * What happens to a meeting: it is held, by whomever really did it, or it is cancelled.
 */
import { isSettled } from './absence.ts';
import { type RotaUpdate, updateRota } from './change.ts';
import { isOpen, listEligible, meetingAt, type RotaFacts, withMeeting } from './facts.ts';

/** R4 The facts after a no-show takes over the next date of the one who stepped in; null when that is not fair. */
function repay(facts: RotaFacts, owing: string, helper: string): RotaFacts | null {
  const next = facts.meetings.find((each) => isOpen(each) && each.announced === helper);
  const isEligible = next && listEligible(facts)[facts.meetings.indexOf(next)]!.includes(owing);
  if (!next || !isEligible) return null;

  const repaid = withMeeting(facts, next.number, { announced: owing });
  return isSettled(repaid, [next.number]) ? repaid : null;
}

/**
 * A meeting was held. `heldBy` is who really did it, or null when nobody of the circle did; `missed` are the members
 * who did not come without having said so.
 * R4 Whoever stepped in has done a turn; the one announced still owes one and takes the helper's next date if fair.
 */
export function holdMeeting(
  facts: RotaFacts,
  number: number,
  heldBy: string | null,
  missed: string[],
): RotaUpdate {
  const meeting = meetingAt(facts, number);
  const held = withMeeting(facts, number, { state: 'held', heldBy, missed });
  const { announced } = meeting;
  if (announced === null || heldBy === null || announced === heldBy) return updateRota(facts, held, {});

  return updateRota(facts, repay(held, announced, heldBy) ?? held, {
    absence: { absent: announced, meeting: meeting.id },
    reason: ({ from, to }) =>
      from === heldBy && to === announced ? { code: 'swapped', with: heldBy, meeting: number } : null,
  });
}

/**
 * An open meeting does not take place. R15 It carries no share and no count.
 * A holder who was confirmed for it keeps the next open meeting they are eligible for; everyone else moves by cost.
 */
export function cancelMeeting(facts: RotaFacts, number: number): RotaUpdate {
  const meeting = meetingAt(facts, number);
  const cancelled = withMeeting(facts, number, { state: 'cancelled' });
  const ready = meeting.state === 'confirmed' ? meeting.announced : null;
  const eligible = listEligible(cancelled);
  const next = cancelled.meetings.find(
    (each, at) => isOpen(each) && each.number > number && ready !== null && eligible[at]!.includes(ready),
  );
  const carried = next
    ? withMeeting(cancelled, next.number, { announced: ready, state: 'confirmed' })
    : cancelled;
  const update = updateRota(facts, carried, {
    reason: (move) => (move.meeting === next?.number ? { code: 'carried-over', meeting: number } : null),
  });
  if (meeting.announced === null) return update;

  const off = { meeting: number, from: meeting.announced, to: null, reason: { code: 'cancelled' } } as const;
  return { ...update, changes: [off, ...update.changes] };
}
