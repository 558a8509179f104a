// People and their accounts, as they make them: by the labels they see.
import { expect, type Page } from '@playwright/test';

export type Person = { name: string; email: string; password: string };

/** Somebody with an account to be made. Names must differ within one Rondo. */
export function somebody(name: string): Person {
  const word = name.toLowerCase().replace(/[^a-z]/g, '');
  return { name, email: `${word}@example.org`, password: `quiet ${word} and seven kettles` };
}

/** The first run: the first account, and then the form of what they begin with. */
export async function makeFirstAccount(page: Page, person: Person, start = 'A circle of my own') {
  await page.goto('/');
  await expect(page).toHaveURL(/\/welcome$/);
  await fillAccount(page, person);
  await page.getByRole('radio', { name: start }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
}

/** Opens an invitation and takes the seat with a new account. */
export async function joinByInvitation(page: Page, link: string, person: Person, circle: string) {
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: circle })).toBeVisible();
  await fillAccount(page, person);
  await page.getByRole('button', { name: 'Make my account and join' }).click();
  await expect(page).toHaveURL(/\/circles\/[0-9a-f-]+$/);
}

/** What an account is made of. */
async function fillAccount(page: Page, { name, email, password }: Person) {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Mail address').fill(email);
  await page.getByLabel('Password').fill(password);
}
