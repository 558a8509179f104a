// What people do in the room of their circle.
import { expect, type Page } from '@playwright/test';

/** Begins a conversation and sees it saved. */
export async function begin(page: Page, words: string): Promise<void> {
  await page.getByPlaceholder('Begin a conversation').fill(words);
  await page.getByRole('button', { name: 'Send' }).first().click();
  const card = page.getByRole('article').first();
  await expect(card).toContainText(words);
  await expect(card).toContainText('saved');
}

/** Answers in the first conversation on the page. */
export async function answer(page: Page, words: string): Promise<void> {
  const card = page.getByRole('article').first();
  await card.getByText('Answer', { exact: true }).click();
  await card.getByLabel('Your answer').fill(words);
  await card.getByRole('button', { name: 'Send' }).click();
  await expect(card.getByRole('log')).toContainText(words);
}
