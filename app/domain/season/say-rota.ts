/**
 * The rota as one member reads it: their own name is "you", and meetings are called by their day.
 *
 * S5 Everyone sees why somebody leads, in one sentence; a sentence never blames.
 */
import type { RotaReason } from '../rota/explain.ts';

/** What the words need to know: who somebody is (`null` for the reader), and about a meeting of that number. */
export type RotaWords = {
  nameOf: (member: string) => string | null;
  dayOf: (meeting: number) => string;
  isOver: (meeting: number) => boolean;
};

/** S5 Why the plan has this holder at a meeting. */
export function sayReason(reason: RotaReason, words: RotaWords): string {
  const { nameOf, dayOf, isOver } = words;
  switch (reason.code) {
    case 'cancelled':
      return 'This meeting is skipped.';
    case 'nobody-eligible':
      return 'Nobody can lead this one yet.';
    case 'nobody-did':
      return 'Nobody took the lead.';
    case 'stepped-in-for': {
      if (reason.held)
        return `${subject(nameOf(reason.member))} led in place of ${object(nameOf(reason.absent))}.`;
      return `${verb(nameOf(reason.member), 'step')} in because ${object(nameOf(reason.absent))} can’t come.`;
    }
    case 'swap-with': {
      const { with: helper, meeting } = reason;
      const takes = isOver(meeting) ? `${subject(nameOf(helper))} took` : verb(nameOf(helper), 'take');
      return `${takes} ${dayOf(meeting)}, so this one is ${own(nameOf(reason.member))}.`;
    }
    case 'moved-for': {
      const can = isOver(reason.meeting) ? 'could not come' : 'can’t come';
      return `Moved because ${object(nameOf(reason.absent))} ${can} on ${dayOf(reason.meeting)}.`;
    }
    case 'only-one-eligible':
      return 'Nobody else can lead this one.';
    case 'newcomer-first-turn':
      return `${owner(nameOf(reason.member))} first turn since joining.`;
    case 'turn':
      return sayTurn(nameOf(reason.member), reason.waited);
  }
}

function sayTurn(name: string | null, waited: number | null): string {
  if (waited === null) return `${owner(name)} first turn.`;
  if (waited === 1) return `${owner(name)} turn again at once: no other order was fair.`;
  return `${owner(name)} turn again, ${waited} meetings after the last one.`;
}

/** One date that changes: whose it becomes. `isCause` marks the meeting somebody cannot come to. */
export type SaidShift = { day: string; to: string | null; isCause: boolean };

/** What changes, as one sentence: "Ben takes over on Thu 3 Dec; you lead on Thu 17 Dec instead." */
export function sayShifts(shifts: readonly SaidShift[], nameOf: RotaWords['nameOf']): string {
  if (shifts.length === 0) return 'Nobody’s dates change.';

  const causeFirst = shifts.toSorted((a, b) => Number(b.isCause) - Number(a.isCause));
  const parts = causeFirst.map(({ day, to, isCause }) => {
    if (to === null) return `nobody can lead on ${day} yet`;
    const name = nameOf(to);
    return isCause ? `${verb(name, 'take')} over on ${day}` : `${verb(name, 'lead')} on ${day} instead`;
  });
  const sentence = parts.map((part) => part.replace(/^You /, 'you ')).join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** "You" or the name, as the subject. */
function subject(name: string | null): string {
  return name ?? 'You';
}

function object(name: string | null): string {
  return name ?? 'you';
}

/** "You lead", "Ana leads". */
function verb(name: string | null, word: string): string {
  return name === null ? `You ${word}` : `${name} ${word}s`;
}

/** "Your", "Ana’s". */
function owner(name: string | null): string {
  return name === null ? 'Your' : `${name}’s`;
}

/** "yours", "Ana’s". */
function own(name: string | null): string {
  return name === null ? 'yours' : `${name}’s`;
}
