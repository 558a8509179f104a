// Hands that never touch a mouse: everything is reached with Tab and worked with keys.
import { expect, type Locator, type Page } from '@playwright/test';

/** No page of ours has so many stops. */
const mostStops = 200;

/** Tabs on until the focus is there. */
export async function tabTo(target: Locator): Promise<void> {
  const { keyboard } = target.page();
  for (let stops = 0; stops < mostStops; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

/** Presses a button or follows a link. */
export async function press(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Writes into a field, in place of what stands there. */
export async function write(target: Locator, words: string): Promise<void> {
  await tabTo(target);
  const { keyboard } = target.page();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type(words);
  await expect(target).toHaveValue(words);
}

/** Chooses in a list by the first letters of what it is called. */
export async function choose(target: Locator, letters: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.type(letters);
}

/** Writes a day (YYYY-MM-DD) as the browser's own field takes it: month, day, year. */
export async function writeDay(target: Locator, day: string): Promise<void> {
  await tabTo(target);
  const [year = '', month = '', date = ''] = day.split('-');
  await target.page().keyboard.type(`${month}${date}${year}`);
  await expect(target).toHaveValue(day);
}

/** Writes a time (HH:MM) as the browser's own field takes it: on a clock of twelve hours. */
export async function writeTime(target: Locator, time: string): Promise<void> {
  await tabTo(target);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const two = (figure: number) => String(figure).padStart(2, '0');
  await target.page().keyboard.type(`${two(hour % 12 || 12)}${two(minute)}${hour < 12 ? 'A' : 'P'}M`);
  await expect(target).toHaveValue(time);
}

/** A key of the page itself, with nothing in particular in focus. */
export function key(page: Page, name: string): Promise<void> {
  return page.keyboard.press(name);
}
