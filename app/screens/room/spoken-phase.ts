import type { MeetingState } from '#app/domain/meeting/state.ts';
import { currentPhase, focusOf, holdersOf, isAsked } from '#app/domain/meeting/turn.ts';
import { absorbedInWords, costInWords, isOwnStart, moreTime, outcomeInWords } from './extension-words.ts';
import { wantedWords, whoWords } from './phase-words.ts';

type Listener = { me: string; nameOf: (person: string) => string };

/** The phase that begins, and whether it is the listener's part to listen. */
export function spokenPhase(before: MeetingState, after: MeetingState, { me, nameOf }: Listener): string[] {
  const is = currentPhase(after);
  const was = currentPhase(before);
  if (!is || (was?.item.id === is.item.id && was.item.course.length === is.item.course.length)) return [];
  const focus = focusOf(after.items, is.item);
  const called = (person: string) => (person === me ? 'you' : nameOf(person));
  const holders = holdersOf(after, is.item, is.phase).map(called);
  const leads = after.lead.holder === me;
  const who = whoWords(is.phase, { focus: focus && called(focus), holders, leads });
  const asks = [who, wantedWords(is.phase)].filter(Boolean).join(': ');
  return [
    `Phase: ${is.phase.name}. ${asks}.`,
    ...(isAsked(before, me) && !isAsked(after, me) ? ['You are listening.'] : []),
  ];
}

/** A vote on more time with what it would cost, and what came of it. */
export function spokenExtension(before: MeetingState, after: MeetingState): string[] {
  const { extension, items } = after;
  if (!extension || extension === before.extension) return [];
  if (extension.outcome) return before.extension?.outcome ? [] : [outcomeInWords(extension)];
  if (before.extension?.closesAt === extension.closesAt) return [];
  const title = items.find(({ id }) => id === extension.item)?.title ?? 'this item';
  return [
    `${moreTime(extension.ms)} for ${title}? Vote within 20 seconds. ${costInWords(extension.absorption, items)}.`,
  ];
}

/** What gave way to the clock. After a vote on more time its preview has said so. */
export function spokenTime(before: MeetingState, after: MeetingState): string[] {
  const isVoted = after.extension?.outcome?.granted && !before.extension?.outcome;
  if (isVoted) return [];
  const gaveWay = after.absorbed.slice(before.absorbed.length).filter((one) => !isOwnStart(one, after.items));
  return gaveWay.map((one) => `${absorbedInWords(one, after.items)}.`);
}
