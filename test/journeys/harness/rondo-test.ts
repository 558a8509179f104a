// What every journey has: a Rondo of its own, and people with a browser each. A console error fails the test.
import AxeBuilder from '@axe-core/playwright';
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { type RondoProcess, startRondo } from './rondo-process.ts';

type Fixtures = {
  /** Opens a browser for one person: its own cookies and storage. */
  open: (options?: BrowserContextOptions) => Promise<Page>;
};
type WorkerFixtures = { rondo: RondoProcess };

/** What browsers say on their own when a page answers with a refusal, or when the network is gone on purpose. */
const expected = [
  /the server responded with a status of 4\d\d/,
  /net::ERR_/,
  /WebSocket connection to .* failed/,
];

export const test = base.extend<Fixtures, WorkerFixtures>({
  rondo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const rondo = await startRondo();
      await use(rondo);
      await rondo.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  open: async ({ browser, rondo }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL: rondo.origin, ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.on('console', (message) => {
        const known = expected.some((pattern) => pattern.test(message.text()));
        if (message.type() === 'error' && !known) complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      return page;
    });
    for (const context of contexts) await context.close();
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** Nothing for axe to find on this page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

/** Nothing sticks out to the right. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide, page.url()).toBeLessThanOrEqual(seen ?? 0);
}
