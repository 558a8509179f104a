/** One Ctrl-C arrives twice when npm passes on what the terminal has sent already. */
const echo = 500;

/**
 * Calls `stop` once, at the first SIGTERM or SIGINT. Somebody who sends another one does not want to wait: the process
 * ends at once.
 */
export function onStopSignal(stop: (signal: NodeJS.Signals) => void): void {
  let first: number | undefined;

  function hear(signal: NodeJS.Signals): void {
    if (first === undefined) {
      first = performance.now();
      stop(signal);
    } else if (performance.now() - first > echo) {
      process.exit(1);
    }
  }
  process.on('SIGTERM', hear);
  process.on('SIGINT', hear);
}
