// People who sit in a meeting's room together: the beginning of journeys that are about what happens there.
import type { Page } from '@playwright/test';
import { type Circle, foundCircle, makeInvitation, meetingsOf, planSeason, soonIn } from './circle.ts';
import { joinByInvitation, makeFirstAccount, somebody } from './people.ts';

export type Gathering = { circle: Circle; meeting: string };

/** Founds a circle with these people, the first of them its founder and first facilitator, and plans two meetings. */
export async function gather(pages: Record<string, Page>, circleName: string): Promise<Gathering> {
  const [first, ...others] = Object.entries(pages);
  if (!first) throw new Error('A gathering needs people.');
  const [founder, page] = first;
  await makeFirstAccount(page, somebody(founder));
  const circle = await foundCircle(page, circleName, 'We help each other through hard projects.');
  const link = await makeInvitation(page, circle, Math.max(1, others.length));
  for (const [name, other] of others) await joinByInvitation(other, link, somebody(name), circle.name);
  await planSeason(page, circle, { ...soonIn('UTC'), minutes: 60, count: 2 });
  const [meeting = ''] = await meetingsOf(page, circle);
  return { circle, meeting };
}
