/** Who has which role: Q-rules of roles.ts. */
import { type Refusal, refuse } from '../refusal.ts';
import type { HouseCommand, MemberCommand, MemberContext } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import { heldBy, rolesInPlay } from './roles.ts';
import type { MeetingState } from './state.ts';

/** Q2: like the hot seat, a role is the lead's to give, and a free one everybody's to take. */
export function giveRole(
  state: MeetingState,
  { role, person }: Extract<MemberCommand, { kind: 'role.give' }>,
  { actor, members }: MemberContext,
): MeetingEvent[] | Refusal {
  const holder = state.roles[role] ?? null;
  const ownFree = (holder ?? actor) === actor && person === actor;
  const ownLeft = holder === actor && person === null;
  if (state.lead.holder !== actor && !ownFree && !ownLeft) return refuse('not-leading');
  if (person !== null && !members.has(person)) return refuse('bad-input', { field: 'person' });
  if (person !== null && !rolesInPlay(state).includes(role)) return refuse('bad-input', { field: 'role' });
  return holder === person ? [] : [{ kind: 'role.given', role, person }];
}

/** Q6 */
export function freeRoles(
  state: MeetingState,
  { people }: Extract<HouseCommand, { kind: 'roles.free' }>,
): MeetingEvent[] | Refusal {
  if (state.status !== 'planned' && state.status !== 'live') return refuse('out-of-date');
  const { roles, seats } = heldBy(state, (person) => people.includes(person));
  return [
    ...roles.map((role): MeetingEvent => ({ kind: 'role.given', role, person: null })),
    ...seats.map(({ id }): MeetingEvent => ({ kind: 'seat.given', item: id, person: null })),
  ];
}
