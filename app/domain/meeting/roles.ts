/**
 * The roles of a meeting besides its lead: who keeps the time, who takes notes, and what a format asks for more.
 *
 * Q1 Every meeting may have a timekeeper and a note-taker; a format adds the roles it names. They stand in the log.
 * Q2 The lead gives a role to any member; a member takes one that is free, and lays down their own. One person may have
 *    several.
 * Q3 A phase that is a role's is for whoever has it. Whoever brings the item comes before them; while nobody has it,
 *    everybody may write and speak.
 * Q4 The timekeeper may ask the circle for more time and set how long a turn is. The note-taker may change decisions and
 *    action items like whoever wrote them.
 * Q5 Suggested for a free role is, in the rota's order, the first who is here, does not lead, has not the hot seat today
 *    and has no role yet. Suggested as coach is whoever had the hot seat last.
 * Q6 Whoever leaves the circle lays down their roles, and the seats of a format they have and have not ended. What they
 *    proposed themselves stays theirs, for the lead to start, to change or to withdraw.
 * Source: the meeting formats (formats.json); its scribe is our note-taker, its norms observer our observer.
 */
import { type AgendaItem, listedItems } from './agenda.ts';
import type { MeetingState } from './state.ts';

export const meetingRoles = ['timekeeper', 'note-taker', 'coach', 'evaluator', 'observer'] as const;
export type MeetingRole = (typeof meetingRoles)[number];

const otherNames: Readonly<Record<string, MeetingRole>> = {
  scribe: 'note-taker',
  'norms observer': 'observer',
};

/** The role that a format calls by this name, or null: the facilitator and the hot seat are no roles of this kind. */
export function roleNamed(name: string): MeetingRole | null {
  return meetingRoles.find((role) => role === name) ?? otherNames[name] ?? null;
}

/** Q1: the roles of a meeting, in the order of the list. */
export function rolesInPlay({ format }: Pick<MeetingState, 'format'>): MeetingRole[] {
  const named: readonly MeetingRole[] = format?.roles ?? [];
  return meetingRoles.filter(
    (role) => role === 'timekeeper' || role === 'note-taker' || named.includes(role),
  );
}

/** Q4 */
export function hasRole({ roles }: Pick<MeetingState, 'roles'>, person: string, role: MeetingRole): boolean {
  return roles[role] === person;
}

/** The roles a person has, in the order of the list. */
export function rolesOfPerson({ roles }: Pick<MeetingState, 'roles'>, person: string): MeetingRole[] {
  return meetingRoles.filter((role) => roles[role] === person);
}

/** Q6: the roles that these people have, and the format's items whose seats are theirs. */
export function heldBy(
  { roles, items }: Pick<MeetingState, 'roles' | 'items'>,
  isTheirs: (person: string) => boolean,
): { roles: MeetingRole[]; seats: AgendaItem[] } {
  const has = (person: string | null | undefined) => person != null && isTheirs(person);
  return {
    roles: meetingRoles.filter((role) => has(roles[role])),
    seats: listedItems(items).filter((item) => item.run && item.clock.state !== 'done' && has(item.bringer)),
  };
}

/** Q5: who could have this role, or null when nobody is left to suggest. */
export function suggestedFor(state: MeetingState, role: MeetingRole): string | null {
  const here = Object.keys(state.attendance).filter((person) => state.attendance[person]?.since != null);
  const known = [...new Set([...state.lead.line, ...here])];
  const mayBe = (person: string) =>
    person !== state.lead.holder && (here.length === 0 || here.includes(person));
  if (role === 'coach') {
    const last = known.filter(mayBe).sort((a, b) => lastSeat(state, b) - lastSeat(state, a))[0];
    if (last !== undefined && lastSeat(state, last) > 0) return last;
  }
  const hot = listedItems(state.items).filter(({ itemKind }) => itemKind === 'hot-seat');
  const isFree = (person: string) =>
    rolesOfPerson(state, person).length === 0 && hot.every(({ bringer }) => bringer !== person);
  return known.find((person) => mayBe(person) && isFree(person)) ?? null;
}

function lastSeat({ seats }: MeetingState, person: string): number {
  return seats[person]?.last ?? 0;
}
