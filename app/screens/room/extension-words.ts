import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import type { Absorption } from '#app/domain/meeting/overrun.ts';
import type { Absorbed, Extension } from '#app/domain/meeting/state.ts';
import { count } from './remaining-words.ts';

const minute = 60_000;

/** "+5 min": how much more is asked for. */
export function moreTime(ms: number): string {
  return `+${ms / minute} min`;
}

/** What more time costs the items behind: "It takes 3 min from Vendor risk and leaves Budget for next time". */
export function costInWords({ taken, dropped }: Absorption, items: readonly AgendaItem[]): string {
  const title = (id: string) => items.find((item) => item.id === id)?.title ?? 'an item';
  const taking = taken.map(({ item, minutes }) => `${minutes} min from ${title(item)}`);
  const parts = [
    taking.length > 0 ? `takes ${listed(taking)}` : '',
    dropped.length > 0 ? `leaves ${listed(dropped.map(title))} for next time` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `It ${parts.join(' and ')}` : 'Nothing else becomes shorter';
}

/** How the agenda gave way to the clock: "To end on time, Budget is 3 min shorter and Vendor risk is left for next time". */
export function absorbedInWords({ taken, dropped, back }: Absorbed, items: readonly AgendaItem[]): string {
  const title = (id: string) => items.find((item) => item.id === id)?.title ?? 'an item';
  const are = (ids: readonly string[]) => `${listed(ids.map(title))} ${ids.length === 1 ? 'is' : 'are'}`;
  if (back.length > 0) return `There is time for it: ${are(back)} on the agenda again`;
  const parts = [
    ...taken.map(({ item, minutes }) => `${title(item)} is ${minutes} min shorter`),
    ...(dropped.length > 0 ? [`${are(dropped)} left for next time`] : []),
  ];
  return `To end on time, ${listed(parts)}`;
}

/** Whether it is only that the lead starts what was left for next time: the item's beginning says so itself. */
export function isOwnStart({ at, back }: Absorbed, items: readonly AgendaItem[]): boolean {
  return items.some(({ id, clock }) => clock.begunAt === at && back.includes(id));
}

/** What the circle said, for everybody to read and hear. */
export function outcomeInWords({ outcome, ms }: Pick<Extension, 'outcome' | 'ms'>): string {
  if (!outcome) return '';
  const { granted, up, down, abstained, why } = outcome;
  const sums = `${up} for it, ${down} against, ${count(abstained, 'abstention')}`;
  if (granted) return `${count(ms / minute, 'more minute')}: ${sums}.`;
  if (why === 'moved-on') return 'The item was over before the vote.';
  if (why === 'no-longer-fits') return 'There is no time left to give. We move on.';
  return `No more time: ${sums}. We move on.`;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}
