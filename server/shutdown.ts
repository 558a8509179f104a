import type { Logger } from 'pino';

/** Something that was opened and has to be closed again, last opened first. */
type Opened = { what: string; seconds: number; close: () => Promise<unknown> };

export type Shutdown = {
  /**
   * Remembers how to close something, and how long that may take before it is left behind. Once closing has begun
   * it is closed at once, and a Closing is thrown so that nothing more is opened.
   */
  later: (what: string, seconds: number, close: Opened['close']) => void;
  /** Closes everything in turn. Whatever fails or hangs does not keep the others from closing. Safe to repeat. */
  run: () => Promise<void>;
  isRunning: () => boolean;
};

/** Thrown by an opening that came too late. */
export class Closing extends Error {
  override name = 'Closing';
}

/** The list of what is open, from the first start on; so a start that fails halfway leaves nothing behind either. */
export function openShutdown(log: Logger): Shutdown {
  const opened: Opened[] = [];
  let running: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    for (let next = opened.pop(); next; next = opened.pop()) await closeOne(next, log);
  }
  return {
    later(what, seconds, close) {
      opened.push({ what, seconds, close });
      if (!running) return;
      running = running.then(closeAll);
      throw new Closing(`too late for ${what}`);
    },
    run() {
      running ??= closeAll();
      return running;
    },
    isRunning: () => running !== undefined,
  };
}

async function closeOne({ what, seconds, close }: Opened, log: Logger): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${seconds} s`)), seconds * 1_000);
  });
  try {
    await Promise.race([close(), late]);
  } catch (error) {
    log.warn({ what, err: error }, 'could not be closed properly');
  } finally {
    clearTimeout(timer);
  }
}
