/**
 * The phases of an item that came from a format: G-rules of phases.ts and turn.ts, and what is written in silence.
 *
 * W2 Leaving silent writing, in whatever way, shows what was written. What one person may write in it is bounded, so that
 *    one event can carry it all: SILENT_LINES lines of SILENT_LIMIT characters.
 */
import { type Refusal, refuse } from '../refusal.ts';
import { revealWords } from '../talk/sealed.ts';
import { decideTalk, type TalkCommand } from '../talk/talk.ts';
import type { AgendaItem } from './agenda.ts';
import type { MemberCommand, MemberContext } from './commands.ts';
import { inviteRound } from './decide-floor.ts';
import { closeVoting } from './decide-voting.ts';
import type { MeetingEvent } from './events.ts';
import { foldFrom } from './fold.ts';
import { giveWay } from './give-way.ts';
import { turnsOf } from './phases.ts';
import { isPresent, type MeetingState } from './state.ts';
import { currentPhase, hasSaidTheirs, isAsked, isSilent, lineFormsFor, SILENT_LINES } from './turn.ts';
import { misfit, whyNot, wordsOutOfTurn } from './turn-words.ts';

type PhaseCommand = Extract<MemberCommand, { kind: 'phase.start' | 'seat.give' }>;

export function decidePhase(
  state: MeetingState,
  command: PhaseCommand,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  return command.kind === 'phase.start'
    ? startPhase(state, command, context)
    : giveSeat(state, command, context);
}

/** The click names the phase it saw, so that two clicks move on by one. */
function startPhase(
  state: MeetingState,
  { item: id, phase, from }: Extract<PhaseCommand, { kind: 'phase.start' }>,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  const { actor } = context;
  if (state.lead.holder !== actor) return refuse('not-leading');
  const current = currentPhase(state);
  if (current?.item.id !== id || current.index !== from) return refuse('out-of-date');
  if (phase === from || !current.item.run?.phases[phase]) return refuse('out-of-date');
  return [...leavePhase(state), ...enterPhase(state, current.item, phase, context)];
}

/** The lead says whose challenge it is; a member takes a seat that is free, or leaves the own one. */
function giveSeat(
  state: MeetingState,
  { item: id, person }: Extract<PhaseCommand, { kind: 'seat.give' }>,
  { actor, members }: MemberContext,
): MeetingEvent[] | Refusal {
  const item = state.items.find((one) => one.id === id && !one.withdrawn);
  if (!item?.run || item.clock.state === 'done') return refuse('out-of-date');
  const leads = state.lead.holder === actor;
  const ownFree = item.bringer === null && person === actor;
  const ownLeft = item.bringer === actor && person === null;
  if (!leads && !ownFree && !ownLeft) return refuse('not-leading');
  if (person !== null && !members.has(person)) return refuse('bad-input', { field: 'person' });
  return item.bringer === person ? [] : [{ kind: 'seat.given', item: id, person }];
}

/** W2: whoever leaves a phase of silent writing shows what was written; leaving dots closes the vote. */
export function leavePhase(state: MeetingState): MeetingEvent[] {
  const votes = currentPhase(state)?.phase.form === 'dots' && state.voting.open;
  return [...revealWords(state.messages), ...(votes ? [closeVoting(state)] : [])];
}

/** What the start of a phase brings with it: dots open, whoever may not speak in it gives way, a round begins (G10). */
export function enterPhase(
  state: MeetingState,
  item: AgendaItem,
  index: number,
  { now, ...context }: MemberContext,
): MeetingEvent[] {
  const phase = item.run?.phases[index];
  if (!phase) return [];
  const begun: MeetingEvent[] = [
    { kind: 'phase.started', item: item.id, phase: index },
    ...(phase.form === 'dots' && !state.voting.open ? [{ kind: 'voting.opened' } as const] : []),
    // A round is of the phase it was invited in.
    ...(state.floor.round ? [{ kind: 'round.ended' } as const] : []),
  ];
  const cleared = [...begun, ...giveWay(foldFrom({ ...state, running: item.id }, begun, now), now)];
  if (turnsOf(phase) !== 'round') return cleared;
  const ready = foldFrom({ ...state, running: item.id }, cleared, now);
  return [...cleared, ...inviteRound(ready, { order: 'ring', seed: 0 }, context)];
}

/** G6 G9: words, in the form and the turn of the phase that is on. */
export function decideWords(
  state: MeetingState,
  command: TalkCommand,
  actor: string,
): MeetingEvent[] | Refusal {
  if (command.kind === 'message.edit') {
    return misfitEdit(state, command, actor) ?? decideTalk(state.messages, command, actor);
  }
  if (command.kind !== 'message.post') return decideTalk(state.messages, command, actor);
  const forms = lineFormsFor(state, actor);
  const form = forms.find((one) => one === command.form) ?? forms[0];
  const refused = wordsOutOfTurn(state, actor, { text: command.text, form: form ?? null });
  if (refused) return refused;
  // G12
  if (form === 'one-sentence' && hasSaidTheirs(state, actor))
    return refuse('not-your-turn', { message: 'You have said your sentence. You can still change it.' });
  const silent =
    form === 'silent-writing' && state.messages.filter((line) => line.hidden && line.author === actor);
  if (silent && silent.length >= SILENT_LINES) return refuse('limit-reached');
  return decideTalk(state.messages, command, actor, { form });
}

/** G9 W2: a line keeps its form, and with it what the form asks of its words. */
function misfitEdit(
  { messages }: MeetingState,
  { message: id, text }: Extract<TalkCommand, { kind: 'message.edit' }>,
  actor: string,
): Refusal | null {
  const line = messages.findLast((one) => one.id === id && one.author === actor);
  const message = line && (line.hidden || line.text !== null) ? misfit(text, line.form ?? null) : null;
  return message === null ? null : refuse('bad-input', { message, field: 'text' });
}

/** G6: why this person cannot have the floor or ask for it now, or null. */
export function floorOutOfTurn(state: MeetingState, person: string): Refusal | null {
  if (!isPresent(state, person)) return null;
  if (isAsked(state, person)) return silentNow(state);
  return refuse('not-your-turn', { message: whyNot(state, person) });
}

/** Why nobody speaks aloud now, or null. */
export function silentNow(state: MeetingState): Refusal | null {
  const current = currentPhase(state);
  if (!current || !isSilent(current.phase) || current.item.clock.state === 'paused') return null;
  return refuse('not-your-turn', { message: 'This phase is silent. We speak when it is over.' });
}
