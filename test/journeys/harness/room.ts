// A meeting's room, as those who sit in it use it.
import { expect, type Locator, type Page } from '@playwright/test';

/** Goes into a meeting's room and waits until the line to the others stands. */
export async function enterRoom(page: Page, meetingId: string) {
  await page.goto(`/meetings/${meetingId}/room`);
  await expect(page.getByRole('heading', { level: 1, name: 'Meeting room of' })).toBeAttached();
}

/** Says something in writing. */
export async function say(page: Page, words: string) {
  await page.getByRole('textbox', { name: 'Your words' }).fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** What has been said. */
export function talkOn(page: Page): Locator {
  return page.getByRole('log', { name: 'What is said' });
}

/** Opens the tools of a line. */
async function openTools(page: Page, words: string) {
  const line = page.locator('[id^=line-]').filter({ hasText: words });
  await line.getByRole('button', { name: 'What to do with this line' }).press('Enter');
}

/** Opens a line of one's own for changes. */
export async function openEditor(page: Page, words: string) {
  await openTools(page, words);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
}

/** Takes a line of one's own back. */
export async function takeBack(page: Page, words: string) {
  await openTools(page, words);
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
}

/** Makes a decision of a line, and leaves its words open. */
export async function catchAsDecision(page: Page, words: string) {
  await openTools(page, words);
  await page.getByRole('button', { name: 'Catch as decision' }).click();
}

/** Every line that looks like this, in the order in which it stands there. */
export async function linesOn(page: Page, like: RegExp): Promise<string[]> {
  const text = await page.getByRole('main').innerText();
  return text.split('\n').filter((line) => like.test(line));
}

/** On a small screen, brings one part of the room into view. */
export async function show(page: Page, part: 'Talk' | 'Notes' | 'Agenda' | 'Queue' | 'Decided') {
  await page.getByRole('group', { name: 'What to show' }).getByText(part).click();
}

/** The running item's title, where everybody sees it first. */
export function stageOn(page: Page, title: string): Locator {
  return page.getByRole('heading', { level: 2, name: title, exact: true });
}

/** What is left of the running item, in seconds. */
export async function secondsLeftOn(page: Page): Promise<number> {
  const figures = await page
    .getByText(/^\d+:\d\d$/)
    .first()
    .innerText();
  const [minutes = 0, seconds = 0] = figures.split(':').map(Number);
  return minutes * 60 + seconds;
}

export async function noteDecision(page: Page, words: string) {
  await page.getByRole('button', { name: 'Note a decision' }).click();
  await page.getByRole('textbox', { name: 'What did you decide?' }).fill(words);
  await page.getByRole('button', { name: 'Note it' }).click();
}

export async function addActionItem(page: Page, words: string, owner: string, due?: string) {
  await page.getByRole('button', { name: 'Add an action item' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an action item' });
  await dialog.getByRole('textbox', { name: 'What is to be done?' }).fill(words);
  await dialog.getByRole('combobox', { name: 'Who does it?' }).selectOption(owner);
  if (due) await dialog.getByLabel('By when?').fill(due);
  await dialog.getByRole('button', { name: 'Add it' }).click();
}

/** Ends the meeting for everybody. */
export async function closeMeeting(page: Page) {
  await page.getByText('More', { exact: true }).locator('..').click();
  // Without an agenda the stage offers it as well.
  const menu = page.locator('#room-menu');
  await menu.getByRole('button', { name: 'Close the meeting' }).click();
  const dialog = page.getByRole('dialog', { name: 'Close the meeting' });
  await dialog.getByRole('button', { name: 'Close the meeting' }).click();
}
