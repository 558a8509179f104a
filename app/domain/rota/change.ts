/**
 * What changes for the members when the rota is planned again, and the facts once they have been told.
 */
import { isOpen, meetingAt, type RotaFacts, type RotaInstead } from './facts.ts';
import { planHolders, planRota, type RotaPlan } from './plan.ts';

export type ChangeReason =
  | { code: 'announced' }
  | { code: 'away'; member: string }
  | { code: 'back'; member: string }
  | { code: 'left'; member: string }
  | { code: 'swapped'; with: string; meeting: number }
  | { code: 'cancelled' }
  | { code: 'carried-over'; meeting: number }
  | { code: 'evened-out' };

/** `from` and `to` are member ids: what was announced, and what holds now. */
export type RotaChange = { meeting: number; from: string | null; to: string | null; reason: ChangeReason };

/** A preview and its result at once: nothing has happened until the caller stores `facts` and tells the members. */
export type RotaUpdate = { facts: RotaFacts; plan: RotaPlan; changes: RotaChange[] };

/** What the caller knows about the cause: its own reasons, and the absence by which R11 finds the changed dates. */
export type Cause = {
  reason?: (change: Omit<RotaChange, 'reason'>) => ChangeReason | null;
  absence?: Pick<RotaInstead, 'absent' | 'meeting'>;
};

type Move = Omit<RotaChange, 'reason'>;

function findReason(facts: RotaFacts, moves: Move[], move: Move): ChangeReason {
  const { from, to, meeting } = move;
  if (from === null) return { code: 'announced' };
  if (meetingAt(facts, meeting).absent.includes(from)) return { code: 'away', member: from };
  const leftFrom = facts.members.find((each) => each.id === from)?.leftFrom ?? null;
  if (leftFrom !== null && leftFrom <= meeting) return { code: 'left', member: from };

  const mirror = moves.find((each) => to !== null && each.from === to && each.to === from);
  return mirror ? { code: 'swapped', with: from, meeting: mirror.meeting } : { code: 'evened-out' };
}

/** Plans `proposed` and lists what that changes against `told` (announced holder by meeting id). */
function listMoves(told: Map<string, string | null>, proposed: RotaFacts): Move[] {
  const holders = planHolders(proposed);

  return proposed.meetings.flatMap((meeting, at): Move[] => {
    const from = told.get(meeting.id) ?? null;
    const to = holders[at]!;
    return isOpen(meeting) && from !== to ? [{ meeting: meeting.number, from, to }] : [];
  });
}

function tell(facts: RotaFacts, changes: RotaChange[], cause: Cause): RotaFacts {
  const meetings = facts.meetings.map((meeting) => {
    const change = changes.find((each) => each.meeting === meeting.number);
    if (!change) return meeting;
    const instead = cause.absence && change.from !== null ? { of: change.from, ...cause.absence } : null;
    return { ...meeting, announced: change.to, instead };
  });
  return { ...facts, meetings };
}

/**
 * Plans `proposed` again, changing as few announced dates as fairness allows, and tells the members.
 * `before` is what they have been told so far. Dates not announced yet stay so, unless `publish` is true.
 */
export function updateRota(
  before: RotaFacts,
  proposed: RotaFacts,
  cause: Cause,
  publish = false,
): RotaUpdate {
  const told = new Map(before.meetings.map((each) => [each.id, each.announced]));
  const moves = listMoves(told, proposed).filter((move) => publish || move.from !== null);
  const changes = moves.map((move) => ({
    ...move,
    reason: cause.reason?.(move) ?? findReason(proposed, moves, move),
  }));
  const facts = tell(proposed, changes, cause);

  return { facts, plan: planRota(facts), changes };
}

/**
 * Announces the plan of all open meetings. For the first publication, and after any change of the facts that has no
 * verb of its own: someone joined or left, a meeting was added or moved.
 */
export function announcePlan(facts: RotaFacts): RotaUpdate {
  return updateRota(facts, facts, {}, true);
}
