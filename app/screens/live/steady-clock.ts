import { addSample, bestOffset, type ClockEstimate } from '#app/domain/meeting/clock-offset.ts';

/** This tab's own clock, in ms since the epoch: it does not jump when somebody sets the computer's clock. */
export function tabNow(): number {
  return performance.timeOrigin + performance.now();
}

/** A difference of more than this is corrected at once, in ms; a smaller one slowly. */
const STEP = 1_000;
/** The most that a shown clock is bent, in ms for each second that passes. */
const BEND = 50;

/** The offset to show after `passed` ms: bent towards the best known one, so that no second is shown twice or skipped. */
export function slewed(shown: number, best: number, passed: number): number {
  const apart = best - shown;
  const most = (BEND * passed) / 1_000;
  return Math.abs(apart) > STEP ? best : shown + Math.max(-most, Math.min(most, apart));
}

/** Asks the server for its time; answers its two instants, or null when it did not answer. */
type Ask = () => Promise<{ received: number; sent: number } | null>;

const SAMPLES_AT_JOIN = 5;
const EVERY = 30_000;
/** When the computer's clock and the tab's differ by this much more than before, one of them slept, in ms. */
const SLEPT = 5_000;

/** Keeps the estimate of the server's clock: several samples at once on `join`, one each half minute, anew after sleep. */
export function openServerClock(ask: Ask, told: (offset: number) => void) {
  let samples: ClockEstimate[] = [];
  let apart = Date.now() - tabNow();

  async function sample(): Promise<void> {
    const asked = tabNow();
    const answer = await ask();
    if (!answer) return;
    samples = addSample(samples, { asked, ...answer, answered: tabNow() });
    told(bestOffset(samples));
  }

  async function join(): Promise<void> {
    samples = [];
    for (let count = 0; count < SAMPLES_AT_JOIN; count += 1) await sample();
  }

  function look(): void {
    const moved = Math.abs(Date.now() - tabNow() - apart) > SLEPT;
    apart = Date.now() - tabNow();
    void (moved ? join() : sample()).catch(() => {});
  }

  return {
    join,
    /** Begins to look regularly; answers what ends it. */
    start(): () => void {
      const ticking = setInterval(look, EVERY);
      const onReturn = () => document.visibilityState === 'visible' && look();
      document.addEventListener('visibilitychange', onReturn);
      addEventListener('online', look);
      return () => {
        clearInterval(ticking);
        document.removeEventListener('visibilitychange', onReturn);
        removeEventListener('online', look);
      };
    },
  };
}
