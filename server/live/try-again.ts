import type { House } from '../house.ts';

/** What has to be done some time, however often it goes wrong before. */
export type Tries = {
  /**
   * Does it now, and resolves when that was tried; what fails is tried again after a pause, until it is done. `fault` says what
   * went wrong, and is one task's own: asked for again while it waits, it is tried now and waits anew.
   */
  attempt: (fault: string, task: () => Promise<void>) => Promise<void>;
  close: () => void;
};

/** `pause`: how long to wait before what failed is tried again, in ms. */
export function openTries({ log }: Pick<House, 'log'>, pause: number): Tries {
  const waiting = new Map<string, NodeJS.Timeout>();
  let closed = false;

  async function attempt(fault: string, task: () => Promise<void>): Promise<void> {
    forget(fault);
    try {
      await task();
    } catch (error) {
      if (closed) return;
      log.warn({ err: error }, fault);
      forget(fault);
      waiting.set(fault, setTimeout(() => void attempt(fault, task), pause).unref());
    }
  }

  function forget(fault: string): void {
    clearTimeout(waiting.get(fault));
    waiting.delete(fault);
  }

  return {
    attempt,
    close() {
      closed = true;
      for (const fault of [...waiting.keys()]) forget(fault);
    },
  };
}
