// What senders were told, against the log: acknowledged means stored, at that version; refused means not stored.
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { decide } from '#app/domain/meeting/decide.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { refold } from './refold.ts';
import type { Stored } from './stored.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

/** Refusals that say nothing about the command: it is tried again. */
const passing = new Set(['busy', 'slow-down', 'broken']);

/** Whether an answer was the last word on a command. */
export const isFinal = (code: string) => !passing.has(code);

export function judgeAnswers(stored: Stored, story: Story, { find }: Verdict): void {
  const places = new Map(stored.log.map((event) => [event.command, event.version]));
  for (const [id, acks] of story.acks) {
    const [sent] = story.sends.get(id) ?? [];
    const place = places.get(id);
    for (const { version } of acks) {
      if (place === undefined && sent && !changesNothing(stored, version, sent))
        find('lost', `${sent.command.kind} ${id} was acknowledged at ${version} and is not in the log`);
      if (place !== undefined && place !== version && !hadNoEffect(place, version, sent))
        find('misinformed', `${id} is at ${place} and was acknowledged at ${version}`);
    }
  }
  /** A command that had nothing to change leaves no trace: said again, from another tab perhaps, it is decided anew. */
  function hadNoEffect(
    place: number,
    version: number,
    sent: Parameters<typeof changesNothing>[2] | undefined,
  ) {
    return version < place && sent !== undefined && changesNothing(stored, version, sent);
  }
  const known = firstEvidence(story);
  for (const [id, refusals] of story.refusals) {
    const place = places.get(id);
    for (const { tab, t, code } of refusals) {
      const sent = story.sends.get(id)?.findLast((one) => one.tab === tab && one.t <= t);
      if (place === undefined || !sent || !isFinal(code)) continue;
      // A refused line may be sent once more and be accepted then; what nobody could know of yet proves nothing.
      const wasStored = (known.get(id) ?? Number.POSITIVE_INFINITY) < sent.t;
      const refusesItself = code === 'already-done' && making.has(sent.command.kind);
      if (wasStored || refusesItself)
        find('misinformed', `${id} was refused (${code}) and is in the log at ${place}`);
    }
  }
}

/** Commands that bring their own id with them: done already can only mean by themselves. */
const making = new Set<MemberCommand['kind']>([
  'message.post',
  'item.propose',
  'decision.record',
  'action.add',
]);

/** When anybody first knew that a command is stored, by its id. */
function firstEvidence({ acks, sights }: Story): Map<string, number> {
  const known = new Map([...acks].map(([id, [first]]) => [id, first?.t ?? 0]));
  for (const { t, events } of sights)
    for (const { command } of events)
      if (command) known.set(command, Math.min(t, known.get(command) ?? Number.POSITIVE_INFINITY));
  return known;
}

/** Whether the command really had nothing to change where it was acknowledged. */
function changesNothing(
  stored: Stored,
  version: number,
  { command, person }: { command: MemberCommand; person: string },
): boolean {
  if (version > stored.log.length) return false;
  const state = refold(stored, version);
  const now = stored.log[version - 1]?.at ?? 0;
  const members = new Set([person, ...Object.keys(state.attendance)]);
  const decided = decide(state, command, { actor: person, now, members });
  return !isRefusal(decided) && decided.length === 0;
}
