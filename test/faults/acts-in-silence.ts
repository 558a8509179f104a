// Whoever leads brings the meeting to a phase of silent writing, shows what was written, and goes back to silence.
import { listedItems } from '#app/domain/meeting/agenda.ts';
import { findFormat, itemsOfFormat } from '#app/domain/meeting/formats.ts';
import { currentPhase } from '#app/domain/meeting/turn.ts';
import type { Act } from './acts.ts';

const FORMAT = 'open-agenda-votes';
const steps = itemsOfFormat(findFormat(FORMAT) as NonNullable<ReturnType<typeof findFormat>>);

/** The next thing that whoever leads does about it; nothing for the others. */
export const leadThroughSilence: Act = ({ meeting, me }, dice) => {
  if (meeting.lead.holder !== me || meeting.status === 'closed') return null;
  const current = currentPhase(meeting);
  if (current) {
    const silent = current.item.run?.phases.findIndex(({ form }) => form === 'silent-writing') ?? -1;
    // Reading comes after writing.
    const phase = current.index === silent ? silent + 1 : silent;
    const isLeft = current.index === silent && dice.chance(0.6);
    if (silent < 0 || isLeft || !current.item.run?.phases[phase]) return null;
    return { kind: 'phase.start', item: current.item.id, phase, from: current.index };
  }
  const writing = listedItems(meeting.items).find(({ run, clock }) => run && clock.state !== 'done');
  if (writing) return { kind: 'item.start', item: writing.id, rev: writing.clock.rev };
  return { kind: 'format.choose', format: FORMAT, items: steps.map(() => dice.id()) };
};
