/**
 * How far this browser's clock is from the server's, from four instants of one question and answer.
 *
 * Y1 offset = ((received − asked) + (sent − answered)) / 2; delay = (answered − asked) − (sent − received);
 *    the error is at most delay / 2.
 * Y2 Of the newest SAMPLES the one with the least delay counts.
 * Source: the agenda design, C.4 (NTP, Cristian).
 */

/** Browser, server, server, browser: all in ms since the epoch. */
export type ClockSample = { asked: number; received: number; sent: number; answered: number };
export type ClockEstimate = { offset: number; delay: number };

const SAMPLES = 8;

/** Y1 */
export function estimateOf({ asked, received, sent, answered }: ClockSample): ClockEstimate {
  return {
    offset: (received - asked + (sent - answered)) / 2,
    delay: answered - asked - (sent - received),
  };
}

/** The newest samples, oldest first. */
export function addSample(samples: readonly ClockEstimate[], sample: ClockSample): ClockEstimate[] {
  return [...samples, estimateOf(sample)].slice(-SAMPLES);
}

/** Y2: the offset to add to the browser's clock, in ms; 0 while nothing is known. */
export function bestOffset(samples: readonly ClockEstimate[]): number {
  const [first, ...others] = samples;
  if (!first) return 0;
  return others.reduce((best, one) => (one.delay < best.delay ? one : best), first).offset;
}
