import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, type Runner, run, runMigrations, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { releaseSilentJobs, touchJobs } from '#db/job.ts';
import type { House } from '../house.ts';
import { schedule } from './job-list.ts';
import { quietLogger, taskList } from './task-list.ts';

export type Jobs = {
  /** Takes no more jobs, waits for the running ones, and gives up those that take too long. */
  stop: () => Promise<void>;
};

export type JobTimes = { beatSeconds: number; silenceSeconds: number };

/** A process that died is noticed after 30 s, so its jobs run again within a minute. */
const standardTimes: JobTimes = { beatSeconds: 10, silenceSeconds: 30 };

/** Milliseconds before work begins again, when it ended by itself. */
const pause = 5_000;

const schema = 'graphile_worker';

/** Brings the tables of the queue up to date. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, schema, logger: new Logger(() => () => {}) });
}

/** Starts working on the queue, and puts into it what the clock asks for. */
export async function runJobs(house: House, pool: pg.Pool, times = standardTimes): Promise<Jobs> {
  let runner: Runner | undefined;
  let again: NodeJS.Timeout | undefined;
  const inHand = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('job:start', ({ job }) => void inHand.add(String(job.id)));
  events.on('job:complete', ({ job }) => void inHand.delete(String(job.id)));

  async function begin(): Promise<void> {
    runner = await openRunner(house, pool, events);
    runner.promise.catch(beginAgain);
  }
  function beginAgain(error: unknown): void {
    house.log.error({ err: error }, 'work on the queue ended; it begins again');
    again = setTimeout(() => begin().catch(beginAgain), pause);
  }

  await begin();
  const beat = setInterval(() => void keepHold(house, [...inHand], times), times.beatSeconds * 1_000);
  return {
    async stop() {
      clearInterval(beat);
      clearTimeout(again);
      await runner?.stop();
    },
  };
}

function openRunner(house: House, pool: pg.Pool, events: WorkerEvents): Promise<Runner> {
  const cron = schedule.map(({ name, match }) => ({ task: name, match, options: { maxAttempts: 1 } }));
  return run({
    pgPool: pool,
    schema,
    events,
    concurrency: 2,
    noHandleSignals: true,
    taskList: taskList(house),
    parsedCronItems: parseCronItems(cron),
    logger: quietLogger(house),
  });
}

/** Says which jobs are in hand here, and gives back those that are in nobody's. */
async function keepHold(house: House, inHand: string[], { silenceSeconds }: JobTimes): Promise<void> {
  try {
    if (inHand.length > 0) await touchJobs(house.db, inHand);
    const silent = await releaseSilentJobs(house.db, silenceSeconds);
    if (silent > 0) house.log.warn({ jobs: silent }, 'took back jobs that were in nobody’s hands');
  } catch (error) {
    house.log.warn({ err: error }, 'could not say which jobs are in hand');
  }
}
