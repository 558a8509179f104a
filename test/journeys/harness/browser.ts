// Finds a Chromium to test with: the one that is named, the system's, Playwright's own, or the one from npm.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export type FoundBrowser = { executablePath: string; env: Record<string, string>; args: string[] };

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** Never answers with nothing: without a browser on the machine the one from npm is unpacked. */
export async function findBrowser(): Promise<FoundBrowser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
  const installed = [process.env.CHROMIUM_PATH, ...system, chromium.executablePath()].find(
    (place) => place && existsSync(place),
  );
  if (installed) return { executablePath: installed, env: plainEnvironment(), args };
  return { ...(await unpackFromNpm()), args: ['--no-sandbox', ...args] };
}

/** The package brings the libraries it needs along, but unpacks them only where it believes to run for them. */
async function unpackFromNpm(): Promise<Omit<FoundBrowser, 'args'>> {
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const executablePath = await packed.executablePath();
  delete process.env.AWS_EXECUTION_ENV;
  return { executablePath, env: plainEnvironment() };
}

function plainEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
