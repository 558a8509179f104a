// A Rondo that is opened over plain http under a name of the local network: browsers keep much shut there, the room must work.
import { chromium, expect, test } from '@playwright/test';
import * as between from './harness/between.ts';
import { findBrowser } from './harness/browser.ts';
import { gather } from './harness/gathering.ts';
import { startRondo } from './harness/rondo-process.ts';

const name = 'rondo.test';

test('what is said arrives', async () => {
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
    await between.begin(ana, 'Said over plain http');
    await ana.reload();
    await expect(ana.getByRole('article').first()).toContainText('Said over plain http');
  } finally {
    await browser.close();
    await rondo.close();
  }
});
