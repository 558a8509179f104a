/**
 * What happens to a meeting: it is held, by whomever really did it, or it is cancelled.
 */
import { type RotaUpdate, updateRota } from './change.ts';
import { isOpen, listEligible, meetingAt, type RotaFacts, withMeeting } from './facts.ts';

/** R4 The facts after a no-show takes over the next date of the one who stepped in, where they are eligible. */
function repay(facts: RotaFacts, owing: string, helper: string): RotaFacts {
  const next = facts.meetings.find((each) => isOpen(each) && each.announced === helper);
  const isEligible = next && listEligible(facts)[facts.meetings.indexOf(next)]!.includes(owing);

  return isEligible ? withMeeting(facts, next.number, { announced: owing }) : facts;
}

/**
 * An open meeting was held (R9: one that is not open stays as it is). `heldBy` is who really did it, or null when nobody of the circle did; `missed` are the members
 * who did not come without having said so.
 * R4 Whoever stepped in has done a turn; the one announced still owes one and takes the helper's next date;
 * fairness may then move others.
 */
export function holdMeeting(
  facts: RotaFacts,
  number: number,
  heldBy: string | null,
  missed: string[],
): RotaUpdate {
  const meeting = meetingAt(facts, number);
  if (!isOpen(meeting)) return updateRota(facts, facts, {});

  const held = withMeeting(facts, number, { state: 'held', heldBy, missed });
  const { announced } = meeting;
  if (announced === null || heldBy === null || announced === heldBy) return updateRota(facts, held, {});

  return updateRota(facts, repay(held, announced, heldBy), {
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
  if (!isOpen(meeting)) return updateRota(facts, facts, {});

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
