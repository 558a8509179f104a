/** The circle's rules as sentences, for the settings, the invitation and the refusals. */
import type { Act, CircleRules, Rule } from './rules.ts';

const deeds: Record<Act, string> = {
  invite: 'invite people',
  plan: 'plan the season, and set the circle’s size and time zone',
  remove: 'remove a member',
};

/** One rule in words, for example "Any member may invite people." */
export function ruleInWords(act: Act, rule: Rule): string {
  if (rule === 'any-member') return `Any member may ${deeds[act]}.`;
  return `The facilitator of the next meeting may ${deeds[act]}; when no meeting is planned, any member may.`;
}

/** All three rules in words. */
export function rulesInWords(rules: CircleRules): string[] {
  return (['invite', 'plan', 'remove'] as const).map((act) => ruleInWords(act, rules[act]));
}

/** Why this was refused, and who can do it instead. */
export function refusalInWords(act: Act): string {
  return `In this circle the facilitator of the next meeting may ${deeds[act]}. Ask them, or change the rule together.`;
}

/** What holds in every circle, whatever its rules say; shown to whoever is about to join. */
export const promises = [
  'What is said in the circle stays in the circle.',
  'Members see each other’s words, also those from before they joined.',
  'Members see each other’s offers, asks and profile.',
  'You can leave whenever you like.',
] as const;
