// A circle from its founding to its rota, as its members do it.
import { expect, type Locator, type Page } from '@playwright/test';

export type Circle = { id: string; name: string };
export type Run = { firstDate: string; at: string; minutes: number; count: number };

/** Fills the form on which one stands, and answers the circle that came of it. */
export async function foundCircle(page: Page, name: string, purpose: string): Promise<Circle> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Found a circle');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Purpose').fill(purpose);
  await page.getByRole('button', { name: 'Found the circle' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return { id: new URL(page.url()).pathname.split('/')[2] ?? '', name };
}

/** Makes an invitation for so many and answers its link. */
export async function makeInvitation(page: Page, circle: Circle, people: number): Promise<string> {
  await page.goto(`/circles/${circle.id}/invitations`);
  await page.getByLabel('How many people may join by it').fill(String(people));
  await page.getByRole('button', { name: 'Make a link' }).click();
  return page.getByLabel('Invitation link').inputValue();
}

/** Looks at the dates of a run and plans them. */
export async function planSeason(page: Page, circle: Circle, run: Run) {
  await page.goto(`/circles/${circle.id}/plan`);
  await page.getByLabel('First meeting').fill(run.firstDate);
  await page.getByLabel('At', { exact: true }).fill(run.at);
  await page.getByLabel('How long, in minutes').fill(String(run.minutes));
  await page.getByLabel('How many meetings').fill(String(run.count));
  await page.getByRole('button', { name: 'Show the dates' }).click();
  await page.getByRole('button', { name: `Plan these ${run.count} meetings` }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Planned' })).toBeVisible();
}

/** Moves a meeting that is ahead to another day, at the same hour. */
export async function moveMeeting(page: Page, circle: Circle, meeting: string, day: string) {
  const row = await changesOf(page, circle, meeting);
  await row.getByLabel('Day').fill(day);
  await row.getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Moved' })).toBeVisible();
}

/** Calls a meeting off that is ahead. */
export async function skipMeeting(page: Page, circle: Circle, meeting: string) {
  const row = await changesOf(page, circle, meeting);
  await row.getByRole('button', { name: 'Skip this meeting' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Skipped' })).toBeVisible();
}

async function changesOf(page: Page, circle: Circle, meeting: string): Promise<Locator> {
  await page.goto(`/circles/${circle.id}/plan`);
  const row = page.locator(`[id="meeting-${meeting}"]`);
  await row.getByText('Move or skip').click();
  return row;
}

/** A day and an hour on the clocks of a zone so near that the room is open already. */
export function soonIn(zone: string): Pick<Run, 'firstDate' | 'at'> {
  // The room opens 15 minutes before; five leave time to get ready before the start.
  const soon = new Date(Date.now() + 5 * 60_000);
  const there = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [firstDate = '', at = ''] = there.format(soon).split(' ');
  return { firstDate, at };
}

/** The ids of a circle's meetings, in order. */
export async function meetingsOf(page: Page, circle: Circle): Promise<string[]> {
  await page.goto(`/circles/${circle.id}/plan`);
  const links = page.getByRole('main').locator('a[href^="/meetings/"]');
  await expect(links.first()).toBeVisible();
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.split('/')[2] ?? ''));
}
