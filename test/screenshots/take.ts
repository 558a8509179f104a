// `npm run screenshots`: makes the README's pictures from the demonstration, as a member sees it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { emailOf, password } from '#server/demo/cast.ts';
import { findBrowser } from '../journeys/harness/browser.ts';
import { freePort } from '../journeys/harness/rondo-process.ts';

const pictures = path.join(import.meta.dirname, '..', '..', 'docs', 'images');
const root = path.join(import.meta.dirname, '..', '..');
/** Who takes the pictures: the member for whom a chair is left in the live meeting. */
const member = 'Henrik Dahl';

const wide = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' } as const;
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', deviceScaleFactor: 2 } as const;

mkdirSync(pictures, { recursive: true });
const demo = await startDemo();
const { executablePath, env, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, env, args });
try {
  await takeAll(browser, demo.origin);
} finally {
  await browser.close();
  await demo.close();
}

async function takeAll(browser: Browser, origin: string): Promise<void> {
  for (const [size, options] of Object.entries({ wide, phone })) {
    const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    await signIn(page);
    await take(page, `today-${size}`);
    const live = await page.getByRole('link', { name: 'Join the meeting' }).getAttribute('href');
    const circle = await page.locator('main a[href^="/circles/"]').first().getAttribute('href');
    await page.goto(circle ?? '/');
    await take(page, `circle-${size}`);
    await page.goto(`${live?.replace(/\/room$/, '')}/agenda`);
    await take(page, `agenda-${size}`);
    await page.goto(live ?? '/');
    await page.getByRole('log').getByText('Thank you, that helps.').first().waitFor({ timeout: 60_000 });
    await page.getByText('has the floor').first().waitFor();
    await take(page, `room-${size}`);
    await context.close();
  }
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(emailOf(member));
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/today');
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  process.stdout.write(`docs/images/${name}.png\n`);
}

/** The demonstration on data of its own, ready when it says how to end it. */
async function startDemo() {
  const data = mkdtempSync(path.join(tmpdir(), 'rondo-screenshots-'));
  const port = await freePort();
  const env = { ...process.env, DATA_DIRECTORY: data, PORT: String(port), LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['server/demo/demo.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  while (!said.includes('Ctrl-C')) {
    const [chunk] = await once(child.stdout, 'data');
    said += chunk;
  }
  child.stdout.resume();
  return {
    origin: `http://localhost:${port}`,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
