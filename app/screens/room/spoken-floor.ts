import { speakingQueue } from '#app/domain/meeting/floor.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { orderInWords, turnInWords } from './floor-words.ts';

type Listener = { me: string; nameOf: (person: string) => string };

/** What a screen reader is told about the floor: rounds, who speaks, being next, and what the lead arranged. */
export function spokenFloor(before: MeetingState, after: MeetingState, listener: Listener): string[] {
  return [
    ...roundChange(before, after, listener),
    ...speakerChange(before, after, listener),
    ...ruleChange(before, after),
  ];
}

function roundChange(
  { floor: before }: MeetingState,
  { floor, status }: MeetingState,
  { me }: Listener,
): string[] {
  if (before.round && !floor.round) return status === 'live' ? ['The round is over.'] : [];
  if (!floor.round || before.round) return [];
  const place = floor.round.waiting.indexOf(me) + 1;
  const mine = place === 0 ? '' : ` ${place} ${place === 1 ? 'turn comes' : 'turns come'} before yours.`;
  return [`A round begins: everybody has the floor once.${mine}`];
}

function speakerChange(before: MeetingState, after: MeetingState, { me, nameOf }: Listener): string[] {
  const was = before.floor.holder?.person;
  const is = after.floor.holder?.person;
  if (is && is !== was) return [is === me ? 'You have the floor.' : `${nameOf(is)} has the floor.`];
  const isNext = ({ floor }: MeetingState) =>
    (floor.round?.waiting[0] ?? speakingQueue(floor)[0]?.person) === me;
  return isNext(after) && !isNext(before) ? ['You are next to speak.'] : [];
}

function ruleChange({ floor: before }: MeetingState, { floor }: MeetingState): string[] {
  const order = before.order === floor.order ? [] : [`Order of the queue: ${orderInWords(floor.order)}.`];
  const turn = before.turnMs === floor.turnMs ? [] : [`Time for a turn: ${turnInWords(floor.turnMs)}.`];
  return [...order, ...turn];
}
