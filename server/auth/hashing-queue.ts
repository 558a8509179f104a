/**
 * Hashing a password costs memory and a core for some hundredths of a second. So that a flood of sign-ins cannot
 * take the machine from the people in the rooms, few are hashed at once and few more may wait.
 */
type HashingQueue = {
  /** Runs the work when it is its turn; answers `busy` at once when the line is too long. */
  run: <Result>(work: () => Promise<Result>) => Promise<Result | 'busy'>;
};

/** A line of at most `mostWaiting`, served by `atOnce`. */
export function openHashingQueue(atOnce: number, mostWaiting: number): HashingQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  function turn(): Promise<void> | void {
    if (running < atOnce) {
      running++;
      return;
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    // The next one takes over our place, so the count stays.
    if (next) next();
    else running--;
  }

  return {
    async run(work) {
      if (running >= atOnce && waiting.length >= mostWaiting) return 'busy';
      await turn();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
