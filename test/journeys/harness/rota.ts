// Who leads when, as the rota's page says it.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Circle } from './circle.ts';

export type Turn = { leader: string; text: string };

/** The meetings ahead, in order, with who leads each; the reader is "You". */
export async function readRota(page: Page, circle: Circle): Promise<Turn[]> {
  await page.goto(`/circles/${circle.id}/rota`);
  return turnsIn(meetingsOn(page).filter({ visible: true }));
}

/** The meetings that are over, with who led each. */
export async function readEarlier(page: Page, circle: Circle): Promise<Turn[]> {
  await page.goto(`/circles/${circle.id}/rota`);
  await page.getByText('Earlier meetings').click();
  return turnsIn(page.getByRole('group').filter({ hasText: 'Earlier meetings' }).getByRole('listitem'));
}

function meetingsOn(page: Page): Locator {
  return page.getByRole('region', { name: 'Meetings' }).getByRole('listitem');
}

async function turnsIn(meetings: Locator): Promise<Turn[]> {
  await expect(meetings.first()).toBeVisible();
  const texts = await meetings.allInnerTexts();
  return texts.map((text) => ({ leader: /^(.+) (?:leads?|led)$/m.exec(text)?.[1] ?? '', text }));
}

/** Says that one cannot come to the meeting of that number among those ahead, counted from 1, and answers what was said before. */
export async function sayAbsent(page: Page, circle: Circle, number: number): Promise<string> {
  await page.goto(`/circles/${circle.id}/rota`);
  const meeting = page
    .getByRole('region', { name: 'Meetings' })
    .getByRole('listitem')
    .nth(number - 1);
  await meeting.getByRole('link', { name: 'I can’t come' }).click();
  const dialog = page.getByRole('dialog', { name: 'You can’t come on' });
  const preview = await dialog.innerText();
  await dialog.getByRole('button', { name: 'I can’t come' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Noted' })).toBeVisible();
  return preview;
}
