/**
 * Why somebody holds a meeting, as a code with its values; sentence.ts says it in words.
 */
import { listEligible, meetingAt, type RotaFacts, type RotaMeeting } from './facts.ts';
import type { RotaPlan } from './plan.ts';

/** R17 `member` is who holds the meeting; `waited` counts meetings since their last turn, null before the first. */
export type RotaReason =
  | { code: 'cancelled' }
  | { code: 'nobody-eligible' }
  | { code: 'nobody-did' }
  | { code: 'stepped-in-for'; member: string; absent: string; held: boolean }
  | { code: 'swap-with'; member: string; with: string; meeting: number }
  | { code: 'moved-for'; member: string; absent: string; meeting: number }
  | { code: 'only-one-eligible'; member: string }
  | { code: 'newcomer-first-turn'; member: string }
  | { code: 'turn'; member: string; turn: number; waited: number | null };

function explainInstead(
  facts: RotaFacts,
  plan: RotaPlan,
  meeting: RotaMeeting,
  member: string,
): RotaReason | null {
  const cause = facts.meetings.find((each) => each.id === meeting.instead?.meeting);
  if (!meeting.instead || !cause || meeting.announced !== member) return null;

  const { absent } = meeting.instead;
  if (cause === meeting) return { code: 'stepped-in-for', member, absent, held: meeting.state === 'held' };
  const helper = plan.meetings[facts.meetings.indexOf(cause)]?.holder;
  if (member === absent && helper && helper !== member) {
    return { code: 'swap-with', member, with: helper, meeting: cause.number };
  }
  return { code: 'moved-for', member, absent, meeting: cause.number };
}

function explainTurn(facts: RotaFacts, plan: RotaPlan, number: number, member: string): RotaReason {
  const sequence = plan.meetings.filter((_, at) => facts.meetings[at]!.state !== 'cancelled');
  const at = sequence.findIndex((each) => each.number === number);
  const turns = sequence.flatMap((each, index) => (each.holder === member && index <= at ? [index] : []));
  const isNewcomer = facts.members.some((each) => each.id === member && each.joinedFrom > 1);
  if (isNewcomer && turns.length === 1) return { code: 'newcomer-first-turn', member };

  const last = turns.at(-2);
  return { code: 'turn', member, turn: turns.length, waited: last === undefined ? null : at - last };
}

/** R17 Why the plan has this holder at the meeting of that number. Throws RangeError when there is no such meeting. */
export function explainMeeting(facts: RotaFacts, plan: RotaPlan, number: number): RotaReason {
  const meeting = meetingAt(facts, number);
  const at = facts.meetings.indexOf(meeting);
  const member = plan.meetings[at]!.holder;
  if (meeting.state === 'cancelled') return { code: 'cancelled' };
  if (member === null) return { code: meeting.state === 'held' ? 'nobody-did' : 'nobody-eligible' };
  if (meeting.state === 'held' && meeting.announced !== null && meeting.announced !== member) {
    return { code: 'stepped-in-for', member, absent: meeting.announced, held: true };
  }

  const instead = explainInstead(facts, plan, meeting, member);
  if (instead) return instead;
  if (listEligible(facts)[at]!.length === 1) return { code: 'only-one-eligible', member };
  return explainTurn(facts, plan, number, member);
}
