// Who may see and write: nothing before joining, nothing after leaving, on whatever process.
import type { Stored } from './stored.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

export function judgeMembership({ log }: Stored, story: Story, { find }: Verdict): void {
  for (const { person, t } of story.joining) {
    for (const sight of story.sights)
      if (sight.person === person && sight.t < t) find('leaked', `${sight.tab} saw events before joining`);
    for (const entered of story.entered)
      if (entered.person === person && entered.t < t) find('leaked', `${entered.tab} came in before joining`);
  }
  for (const left of story.left) {
    judgeSightsAfter(left, story, find);
    for (const { actor, kind, version } of log)
      if (actor === left.person && version > left.version)
        find('leaked', `${kind} at ${version} is by somebody who had left at ${left.version}`);
  }
}

/** What was written after they had left never reached them, and they know that the room is shut. */
function judgeSightsAfter(
  { person, version }: Story['left'][number],
  story: Story,
  find: Verdict['find'],
): void {
  for (const { tab, events } of story.sights.filter((one) => one.person === person))
    for (const event of events)
      if (event.version > version) find('leaked', `${tab} saw ${event.version} after leaving at ${version}`);
  for (const entered of story.entered)
    if (entered.person === person && entered.version > version)
      find('leaked', `${entered.tab} came in at ${entered.version} after leaving at ${version}`);
  for (const { tab, state, connection } of story.ends.filter((one) => one.person === person)) {
    if (connection !== 'cut') find('leaked', `${tab} is ${connection} although its person has left`);
    if (state.version > version) find('leaked', `${tab} shows ${state.version} after leaving at ${version}`);
  }
}
