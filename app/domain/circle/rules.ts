/**
 * What the members of a circle have agreed each of them may do. A circle belongs to nobody: there is no owner, and
 * no rule can leave it in a state in which nobody may act.
 *
 * R1 Only current members may do anything.
 * R2 Under `any-member`, every member may.
 * R3 Under `facilitator`, the facilitator of the next meeting may.
 * R4 Under `facilitator`, while no meeting is planned or its facilitator is no longer a member, every member may.
 * R5 Name and purpose are everybody's: every member may change them.
 * R6 A rule is changed by whoever it lets act today, so nobody can give themselves a power they do not have.
 * R7 Nobody removes themselves; leaving is for that, and no rule can forbid it.
 * R8 Size and time zone are changed by whoever may plan, for both are about what can be planned.
 */
export const acts = ['invite', 'plan', 'remove'] as const;
/** What a rule is about: inviting people, planning seasons, removing a member. */
export type Act = (typeof acts)[number];

export const ruleChoices = ['any-member', 'facilitator'] as const;
/** Whom a rule lets act. */
export type Rule = (typeof ruleChoices)[number];

export type CircleRules = Record<Act, Rule>;

/** Who asks, who belongs, and who facilitates the next meeting (null when none is planned). */
export type Standing = { actorId: string; memberIds: readonly string[]; nextFacilitatorId: string | null };

/** Whether the circle's rules let this person do this. */
export function mayDo(rules: CircleRules, act: Act, standing: Standing): boolean {
  const { actorId, memberIds, nextFacilitatorId } = standing;
  if (!memberIds.includes(actorId)) return false; // R1
  if (rules[act] === 'any-member') return true; // R2
  if (nextFacilitatorId === null || !memberIds.includes(nextFacilitatorId)) return true; // R4
  return actorId === nextFacilitatorId; // R3
}

/** Whether this person may change the circle's name and purpose (R5). */
export function mayDescribe(standing: Standing): boolean {
  return standing.memberIds.includes(standing.actorId);
}

/** Whether this person may change the circle's size and time zone (R8). */
export function mayArrange(rules: CircleRules, standing: Standing): boolean {
  return mayDo(rules, 'plan', standing);
}

/** Whether this person may go from these rules to those: every rule that differs must let them act today (R6). */
export function mayChangeRules(from: CircleRules, to: CircleRules, standing: Standing): boolean {
  if (!standing.memberIds.includes(standing.actorId)) return false;
  return acts.every((act) => from[act] === to[act] || mayDo(from, act, standing));
}

/** Whether this person may remove that one (R7: never oneself). */
export function mayRemove(rules: CircleRules, standing: Standing, personId: string): boolean {
  if (personId === standing.actorId || !standing.memberIds.includes(personId)) return false;
  return mayDo(rules, 'remove', standing);
}

/** The rules out of a circle's row. */
export function rulesOf(row: { invite_rule: string; plan_rule: string; remove_rule: string }): CircleRules {
  return { invite: asRule(row.invite_rule), plan: asRule(row.plan_rule), remove: asRule(row.remove_rule) };
}

function asRule(text: string): Rule {
  return text === 'facilitator' ? 'facilitator' : 'any-member';
}
