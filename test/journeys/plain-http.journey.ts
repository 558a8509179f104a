// A Rondo that is opened over plain http under a name of the local network: browsers keep much shut there, the room must work.
import { chromium, expect, type Page, test } from '@playwright/test';
import * as between from './harness/between.ts';
import { findBrowser } from './harness/browser.ts';
import { gather } from './harness/gathering.ts';
import { startRondo } from './harness/rondo-process.ts';

const name = 'rondo.test';

/** A circle of one, in a browser for which this Rondo is no secure place. */
async function openly(journey: (ana: Page) => Promise<void>): Promise<void> {
  const { args, ...found } = await findBrowser();
  const rondo = await startRondo({}, name);
  const browser = await chromium.launch({
    ...found,
    args: [...args, `--host-resolver-rules=MAP ${name} 127.0.0.1`],
  });
  try {
    const ana = await browser.newPage({ baseURL: rondo.origin, timezoneId: 'UTC' });
    const { circle } = await gather({ Ana: ana }, 'Local circle');
    await ana.goto(`/circles/${circle.id}/room`);
    expect(await ana.evaluate(() => isSecureContext)).toBe(false);
    await journey(ana);
  } finally {
    await browser.close();
    await rondo.close();
  }
}

test('what is said arrives, and nothing that was begun stays behind after signing out everywhere', () =>
  openly(async (ana) => {
    await between.begin(ana, 'Said over plain http');
    await ana.reload();
    await expect(ana.getByRole('article').first()).toContainText('Said over plain http');

    const kept = () => ana.evaluate(() => Object.values(sessionStorage).join());
    await ana.getByPlaceholder('Begin a conversation').fill('Begun and not sent');
    await expect.poll(kept).toContain('Begun and not sent');
    await ana.goto('/me/account');
    expect(await kept()).toContain('Begun and not sent');
    await ana.getByRole('button', { name: 'Sign out everywhere' }).click();
    await ana.waitForURL(/\/sign-in/);
    expect(await kept()).not.toContain('Begun and not sent');
  }));
