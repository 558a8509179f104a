import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import { Logger, parseCronItems, run, runMigrations, type Task } from 'graphile-worker';
import type pg from 'pg';
import type { z } from 'zod';
import { releaseSilentWorkers, touchJobs } from '#db/job.ts';
import type { House } from '../house.ts';
import type { Job } from './job.ts';
import { type JobName, jobList, schedule } from './job-list.ts';

export type Jobs = {
  /** Takes no more jobs, waits for the running ones, and gives up those that take too long. */
  stop: () => Promise<void>;
};

export type JobTimes = { beatSeconds: number; silenceSeconds: number };

/** A process that died is noticed after 30 s at most, and its jobs run again within a minute. */
const standardTimes: JobTimes = { beatSeconds: 10, silenceSeconds: 30 };

/** Brings the tables of the queue up to date. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, schema, logger: new Logger(() => () => {}) });
}

/** Starts working on the queue, and puts into it what the clock asks for. */
export async function runJobs(house: House, pool: pg.Pool, times = standardTimes): Promise<Jobs> {
  const events: WorkerEvents = new EventEmitter();
  const alive: string[] = [];
  events.on('pool:create', ({ workerPool }) => void alive.push(workerPool.id));

  const runner = await run({
    pgPool: pool,
    schema,
    events,
    concurrency: 2,
    noHandleSignals: true,
    taskList: tasks(house),
    parsedCronItems: parseCronItems(
      schedule.map(({ name, match }) => ({ task: name, match, options: { maxAttempts: 1 } })),
    ),
    logger: quiet(house),
  });
  runner.promise.catch((error) => house.log.error({ err: error }, 'the job runner stopped'));
  const beat = setInterval(
    () => void keepAlive(house, alive, times.silenceSeconds),
    times.beatSeconds * 1_000,
  );

  return {
    async stop() {
      clearInterval(beat);
      await runner.stop();
    },
  };
}

const schema = 'graphile_worker';

function tasks(house: House): Record<string, Task> {
  const names = Object.keys(jobList) as JobName[];
  return Object.fromEntries(names.map((name) => [name, task(house, name)]));
}

/** Parses the payload and does the job. What fails is logged here; the queue is told no more than that it did. */
function task(house: House, name: JobName): Task {
  return async (stored, { job }) => {
    const { schema, run } = jobList[name] as Job<z.ZodType>;
    const { _cron, ...payload } = stored as { _cron?: unknown };
    try {
      await run(house, schema.parse(payload), { id: String(job.id) });
    } catch (error) {
      house.log.error(
        { job: name, jobId: String(job.id), attempt: job.attempts, err: error },
        'a job failed',
      );
      throw new Error('see the log');
    }
  };
}

async function keepAlive(house: House, workers: readonly string[], silenceSeconds: number): Promise<void> {
  try {
    for (const worker of workers) await touchJobs(house.db, worker);
    const given = await releaseSilentWorkers(house.db, silenceSeconds);
    if (given > 0) house.log.warn({ workers: given }, 'took back the jobs of workers that went silent');
  } catch (error) {
    house.log.warn({ err: error }, 'could not say that this worker is alive');
  }
}

/** What the library has to say is for those who look closer. */
function quiet(house: House): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') house.log.warn({ from: 'jobs' }, message);
    else house.log.debug({ from: 'jobs' }, message);
  });
}
