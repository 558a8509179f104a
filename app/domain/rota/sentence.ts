/**
 * The rota in words: one friendly sentence for a reason or a change.
 */
import type { RotaChange } from './change.ts';
import type { RotaReason } from './explain.ts';
import type { RotaRole } from './facts.ts';

type NameOf = (member: string) => string;

/** What a member does in a role: now, in the infinitive, and in the past. */
const deeds: Record<RotaRole, { does: string; do: string; did: string }> = {
  facilitator: { does: 'leads', do: 'lead', did: 'led' },
  'note-taker': { does: 'takes notes at', do: 'take notes at', did: 'took notes at' },
  timekeeper: { does: 'keeps time at', do: 'keep time at', did: 'kept time at' },
};

function sayTurn(waited: number | null, name: string): string {
  if (waited === null) return `It is ${name}’s first turn this season.`;
  const since = waited === 1 ? 'right after' : `${waited} meetings after`;

  return `It is ${name}’s turn again, ${since} the last one.`;
}

/** R17 One sentence for a reason, for the role it belongs to. `nameOf` turns a member id into a name. */
export function reasonText(reason: RotaReason, role: RotaRole, nameOf: NameOf): string {
  const { does, do: infinitive, did } = deeds[role];
  switch (reason.code) {
    case 'cancelled':
      return 'This meeting is cancelled.';
    case 'nobody-eligible':
      return `Nobody is free to ${infinitive} this meeting yet.`;
    case 'nobody-did':
      return `Nobody from the circle ${did} this meeting.`;
    case 'stepped-in-for':
      return reason.held
        ? `${nameOf(reason.member)} ${did} this meeting in place of ${nameOf(reason.absent)}.`
        : `${nameOf(reason.member)} ${does} this meeting because ${nameOf(reason.absent)} is away.`;
    case 'swap-with':
      return `${nameOf(reason.member)} and ${nameOf(reason.with)} exchanged this meeting and meeting ${reason.meeting}.`;
    case 'moved-for':
      return `Dates moved because ${nameOf(reason.absent)} could not make meeting ${reason.meeting}.`;
    case 'only-one-eligible':
      return `${nameOf(reason.member)} ${does} this meeting because nobody else can.`;
    case 'newcomer-first-turn':
      return `It is ${nameOf(reason.member)}’s first turn since joining.`;
    case 'turn':
      return sayTurn(reason.waited, nameOf(reason.member));
  }
}

function sayCause({ from, to, reason }: RotaChange, nameOf: NameOf): string {
  switch (reason.code) {
    case 'away':
      return `, because ${nameOf(reason.member)} is away`;
    case 'back':
      return to === reason.member ? ' after all' : `, because ${nameOf(reason.member)} can come after all`;
    case 'left':
      return `, because ${nameOf(reason.member)} has left the circle`;
    case 'swapped':
      return ` in exchange with ${nameOf(reason.with)}, who has meeting ${reason.meeting}`;
    case 'carried-over':
      return `, having prepared meeting ${reason.meeting}, which is cancelled`;
    case 'evened-out':
      return from === null ? '' : ` instead of ${nameOf(from)}, so that turns stay even`;
    case 'announced':
    case 'cancelled':
      return '';
  }
}

/** One sentence for a change of the rota, for a preview or a notice. */
export function changeText(change: RotaChange, role: RotaRole, nameOf: NameOf): string {
  const { does, do: infinitive } = deeds[role];
  if (change.reason.code === 'cancelled') return `Meeting ${change.meeting} is cancelled.`;

  const cause = sayCause(change, nameOf);
  return change.to === null
    ? `Nobody can ${infinitive} meeting ${change.meeting}${cause}.`
    : `${nameOf(change.to)} ${does} meeting ${change.meeting}${cause}.`;
}
