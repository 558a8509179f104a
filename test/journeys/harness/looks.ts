// What a page must be for every eye and every screen.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** Nothing for axe to find on this page as it stands. */
export async function expectAccessible(page: Page, only?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (only ? axe.withRules(only) : axe).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect.soft(found).toEqual([]);
}

/** Nothing stands beyond the edges, except in a region that can be scrolled to by keyboard. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const outside = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const isReachable = (element: Element) => element.closest('[tabindex="0"]') !== null;
    // What is for screen readers alone stands in a box of one pixel.
    const isRead = (element: Element | null): boolean => {
      if (!element || element === document.body) return true;
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && isRead(element.parentElement);
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > edge + 1;
      })
      .filter((element) => element.checkVisibility() && isRead(element) && !isReachable(element))
      .map((element) => element.outerHTML.slice(0, 120));
  });
  expect.soft(outside, `${page.url()} at ${page.viewportSize()?.width} pixels`).toEqual([]);
}

/** Clocks whose figures are all of one width: nothing beside them moves from second to second. */
export async function expectSteadyClocks(page: Page): Promise<void> {
  const clocks = page.getByText(/^\+?\d+:\d\d$/).filter({ visible: true });
  const widths = await clocks.evaluateAll((all) =>
    all.map((clock) =>
      ['1:11', '4:44'].map((figures) => {
        const copy = clock.cloneNode() as HTMLElement;
        copy.textContent = figures;
        copy.style.cssText = 'position: absolute; display: inline';
        clock.after(copy);
        const { width } = copy.getBoundingClientRect();
        copy.remove();
        return width;
      }),
    ),
  );
  expect(widths.length).toBeGreaterThan(0);
  for (const [narrow, wide] of widths) expect.soft(narrow).toBe(wide);
}

/** Words where they can be seen: some stand twice, for small screens and for wide ones. */
export function seen(page: Page, words: string | RegExp): Locator {
  return page.getByText(words).filter({ visible: true }).first();
}
