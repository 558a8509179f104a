// A meeting's agenda, as members build it: by forms, live or without script.
import { expect, type Locator, type Page } from '@playwright/test';

export type Proposal = {
  title: string;
  kind?: 'topic' | 'hot-seat' | 'check-in' | 'fixed' | 'closing';
  minutes?: number;
  /** The name of whoever brings it; the one who proposes unless told. */
  bringer?: string;
  help?: string;
};

/** Proposes an item and waits until it stands in the list. */
export async function propose(page: Page, { title, kind, minutes, bringer, help }: Proposal) {
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  if (kind ?? minutes ?? bringer ?? help) {
    const details = page.getByText('Minutes, kind, who brings it, help wanted');
    if (!(await page.getByRole('combobox', { name: 'Kind' }).isVisible())) await details.click();
  }
  if (kind) await page.getByRole('combobox', { name: 'Kind' }).selectOption(kind);
  if (minutes) await page.getByRole('spinbutton', { name: 'Minutes' }).fill(String(minutes));
  if (bringer) await page.getByRole('combobox', { name: 'Who brings it' }).selectOption(bringer);
  if (help) await page.getByRole('textbox', { name: 'What help is wanted' }).fill(help);
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(agendaItem(page, title)).toBeVisible();
}

/** The row of an item. */
export function agendaItem(page: Page, title: string): Locator {
  const heading = page.getByRole('heading', { level: 3, name: title, exact: true });
  return page.getByRole('main').getByRole('listitem').filter({ has: heading });
}

/** The items' titles, in order. */
export function titlesOn(page: Page): Locator {
  return page.getByRole('main').getByRole('heading', { level: 3 });
}

/** Gives an item another length. */
export async function changeMinutes(page: Page, title: string, minutes: number) {
  const item = agendaItem(page, title);
  await item.locator('summary').click();
  await item.getByRole('spinbutton', { name: 'Minutes' }).fill(String(minutes));
  await item.getByRole('button', { name: 'Save' }).click();
  await expect(item).toContainText(`${minutes} min`);
}

/** Puts so many dots on an item and waits until they lie there. */
export async function vote(page: Page, title: string, dots: 0 | 1 | 2) {
  const choice = dotsOn(page, title).getByRole('button', { name: dots === 1 ? '1 dot' : `${dots} dots` });
  await choice.click();
  await expect(choice).toHaveAttribute('aria-pressed', 'true');
}

export function dotsOn(page: Page, title: string): Locator {
  return page.getByRole('group', { name: `Your dots on ${title}` });
}

/** Moves an item by one place. */
export async function moveItem(page: Page, title: string, way: 'up' | 'down') {
  await page.getByRole('button', { name: `Move ${title} ${way}` }).click();
}
