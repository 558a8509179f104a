// What senders were told, against the log: acknowledged means stored, at that version; refused means not stored.
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { decide } from '#app/domain/meeting/decide.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/evolve.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import type { Stored } from './stored.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

/** Refusals that say nothing about the command: it is tried again. */
const passing = new Set(['busy', 'slow-down', 'broken']);

/** Whether an answer was the last word on a command. */
export const isFinal = (code: string) => !passing.has(code);

export function judgeAnswers({ log }: Stored, story: Story, { find }: Verdict): void {
  const places = new Map(log.map((event) => [event.command, event.version]));
  for (const [id, acks] of story.acks) {
    const [sent] = story.sends.get(id) ?? [];
    const place = places.get(id);
    for (const { version } of acks) {
      if (place === undefined && sent && !changesNothing(log, version, sent))
        find('lost', `${sent.command.kind} ${id} was acknowledged at ${version} and is not in the log`);
      if (place !== undefined && place !== version)
        find('misinformed', `${id} is at ${place} and was acknowledged at ${version}`);
    }
  }
  for (const [id, refusals] of story.refusals) {
    const place = places.get(id);
    for (const { code } of refusals)
      if (place !== undefined && isFinal(code))
        find('misinformed', `${id} was refused (${code}) and is in the log at ${place}`);
  }
}

/** Whether the command really had nothing to change where it was acknowledged. */
function changesNothing(
  log: readonly LoggedMeetingEvent[],
  version: number,
  { command, person }: { command: MemberCommand; person: string },
): boolean {
  if (version > log.length) return false;
  const state = fold(log.slice(0, version));
  const now = log[version - 1]?.at ?? 0;
  const members = new Set([person, ...Object.keys(state.attendance)]);
  const decided = decide(state, command, { actor: person, now, members });
  return !isRefusal(decided) && decided.length === 0;
}
