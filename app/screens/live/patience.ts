import { pauseBefore } from '#app/domain/meeting/try-again.ts';

/** Rests between tries in vain, longer each time (Q1 to Q3). */
export function openPatience() {
  let tries = 0;
  let wake = () => {};

  return {
    /** Before the next try; `asked`: what the server asked for, in ms. */
    rest(asked = 0): Promise<void> {
      tries += 1;
      const pause = pauseBefore({ tries, asked, lot: Math.random() });
      return new Promise((resume) => {
        const timer = setTimeout(resume, pause);
        wake = () => {
          clearTimeout(timer);
          resume();
        };
      });
    },
    /** It went through. */
    renew(): void {
      tries = 0;
    },
    /** There is nothing to rest for any more: the line is gone, and what comes next comes with another. */
    wake: () => wake(),
  };
}
