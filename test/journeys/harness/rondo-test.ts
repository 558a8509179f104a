// What every journey has: a Rondo of its own, and people with a browser each. A console error fails the test, and so does
// a request to anybody else.
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  chromium,
  expect,
  type Page,
} from '@playwright/test';
import { type Line, openLine } from './line.ts';
import { type RondoProcess, startRondo } from './rondo-process.ts';

type Fixtures = {
  /** Settings of this Rondo beside the usual ones. */
  settings: Record<string, string>;
  rondo: RondoProcess;
  /** Opens a browser for one person: its own cookies and storage. */
  open: (options?: BrowserContextOptions) => Promise<Page>;
  /** The same as a process of its own, which can be killed. */
  openAlone: (options?: BrowserContextOptions) => Promise<{ page: Page; kill: () => Promise<void> }>;
  /** A network line that can be cut, for the `proxy` of one browser. */
  line: Line;
  /** What went wrong in any of the browsers. */
  complaints: string[];
};

/** What browsers say on their own when a page answers with a refusal, or when the network is gone on purpose. */
const expected = [
  /the server responded with a status of 4\d\d/,
  /net::ERR_/,
  /WebSocket connection to .* failed/,
];

export const test = base.extend<Fixtures>({
  settings: [{}, { option: true }],
  rondo: async ({ settings }, use) => {
    const rondo = await startRondo(settings);
    await use(rondo);
    await rondo.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: the same
  line: async ({}, use) => {
    const line = await openLine();
    await use(line);
    await line.close();
  },
  open: async ({ browser, rondo, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: rondo.origin, ...options });
      contexts.push(context);
      return listen(await context.newPage(), rondo, complaints);
    });
    for (const context of contexts) await context.close();
  },
  openAlone: async ({ launchOptions, rondo, complaints }, use) => {
    const kills: (() => Promise<void>)[] = [];
    await use(async (options) => {
      const server = await chromium.launchServer(launchOptions);
      const kill = () => server.kill();
      kills.push(kill);
      const browser = await chromium.connect(server.wsEndpoint());
      const context = await browser.newContext({ baseURL: rondo.origin, ...options });
      return { page: listen(await context.newPage(), rondo, complaints), kill };
    });
    for (const kill of kills) await kill();
  },
});

function listen(page: Page, rondo: RondoProcess, complaints: string[]): Page {
  page.on('console', (message) => {
    const known = expected.some((pattern) => pattern.test(message.text()));
    if (message.type() === 'error' && !known) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    const isOurs = host === new URL(rondo.origin).host || protocol === 'data:' || protocol === 'blob:';
    if (!isOurs) complaints.push(`${page.url()} asked ${request.url()}`);
  });
  return page;
}

export { expect };
