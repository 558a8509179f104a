import { Logger, type Task } from 'graphile-worker';
import type { z } from 'zod';
import type { House } from '../house.ts';
import type { Job } from './job.ts';
import { type JobName, jobList } from './job-list.ts';

/** The jobs in the form in which the library runs them. */
export function taskList(house: House): Record<string, Task> {
  const names = Object.keys(jobList) as JobName[];
  return Object.fromEntries(names.map((name) => [name, task(house, name)]));
}

/** Parses the payload and does the job. What fails is logged here; the queue is told no more than that it did. */
function task(house: House, name: JobName): Task {
  return async (stored, { job }) => {
    const { schema, run } = jobList[name] as Job<z.ZodType>;
    try {
      await run(house, schema.parse(stored), { id: String(job.id) });
    } catch (error) {
      const about = { job: name, jobId: String(job.id), attempt: job.attempts };
      house.log.error({ ...about, err: error }, 'a job failed');
      throw new Error('see the log');
    }
  };
}

/** What the library has to say is for those who look closer; only its troubles are for everyone. */
export function quietLogger(house: House): Logger {
  return new Logger(() => (level, message) => {
    const trouble = level === 'error' || level === 'warning';
    house.log[trouble ? 'warn' : 'debug']({ from: 'jobs' }, message);
  });
}
