/** Hands and the floor: F-rules of floor.ts. */
import { type Refusal, refuse } from '../refusal.ts';
import type { MemberCommand, MemberContext } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import { isHandUp } from './floor.ts';
import { isPresent, type MeetingState } from './state.ts';

type FloorCommand = Extract<
  MemberCommand,
  { kind: 'hand.raise' | 'hand.lower' | 'floor.give' | 'floor.end' }
>;

export function decideFloor(
  state: MeetingState,
  command: FloorCommand,
  { actor }: MemberContext,
): MeetingEvent[] | Refusal {
  const leads = state.lead.holder === actor;
  const speaking = state.floor.holder?.person;
  switch (command.kind) {
    case 'hand.raise':
      if (!isPresent(state, actor)) return refuse('not-present');
      return isHandUp(state.floor, actor) || speaking === actor
        ? []
        : [{ kind: 'hand.raised', person: actor }];
    case 'hand.lower':
      if (command.person !== actor && !leads) return refuse('not-yours');
      return isHandUp(state.floor, command.person) ? [{ kind: 'hand.lowered', person: command.person }] : [];
    case 'floor.give':
      if (!leads) return refuse('not-leading');
      if (!isPresent(state, command.person)) return refuse('not-present');
      return speaking === command.person ? [] : [{ kind: 'floor.given', person: command.person }];
    case 'floor.end':
      if (command.person !== actor && !leads) return refuse('not-yours');
      return speaking === command.person ? [{ kind: 'floor.ended', person: command.person }] : [];
  }
}
