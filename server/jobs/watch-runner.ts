import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';

/** Looks for jobs that may fail in a row before the runner counts as stuck. */
const mostFailures = 4;

export type Watch = {
  /** Hand these to the runner. */
  events: WorkerEvents;
  /** The ids of the jobs that are being worked on. */
  inHand: () => string[];
  /**
   * Whether the runner ended, or fails again and again. When the database breaks off in its first moments the library
   * keeps that failure for ever, while everybody else has long been reconnected.
   */
  isStuck: () => boolean;
};

/** Listens to what one runner does. */
export function watchRunner(): Watch {
  const events: WorkerEvents = new EventEmitter();
  const jobs = new Set<string>();
  let failures = 0;
  let stopped = false;

  events.on('job:start', ({ job }) => void jobs.add(String(job.id)));
  events.on('job:complete', ({ job }) => void jobs.delete(String(job.id)));
  events.on('worker:getJob:error', () => {
    failures += 1;
  });
  events.on('worker:getJob:empty', () => {
    failures = 0;
  });
  events.on('stop', () => {
    stopped = true;
  });

  return {
    events,
    inHand: () => [...jobs],
    isStuck: () => stopped || failures >= mostFailures,
  };
}
