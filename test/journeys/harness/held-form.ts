// One form of a page whose answer never comes, as on a line that is away for a moment.
import type { Page, Request } from '@playwright/test';

type HeldForm = {
  /** Resolves when the form has been sent. */
  sent: Promise<Request>;
  /** From now on forms go through. */
  release: () => Promise<void>;
};

/** Holds the next form of this intent. `arrives`: the server takes it, and only the answer is held. */
export async function holdForm(page: Page, intent: string, { arrives = false } = {}): Promise<HeldForm> {
  let tell: (request: Request) => void = () => {};
  const sent = new Promise<Request>((resolve) => {
    tell = resolve;
  });
  await page.route('**/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'POST' || !request.postData()?.includes(intent)) return route.fallback();
    if (arrives) await route.fetch({ maxRedirects: 0 });
    tell(request);
  });
  return { sent, release: () => page.unroute('**/*') };
}

/** A network that lets pages through and no sockets. */
export async function blockSockets(page: Page): Promise<void> {
  await page.addInitScript(() => {
    class Blocked {
      onerror: ((event: Event) => void) | null = null;
      constructor() {
        setTimeout(() => this.onerror?.(new Event('error')));
      }
      close() {}
    }
    Object.assign(window, { WebSocket: Blocked });
  });
}
