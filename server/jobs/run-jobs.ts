import { Logger, parseCronItems, type Runner, run, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { releaseSilentJobs, touchJobs } from '#db/job.ts';
import type { House } from '../house.ts';
import { schedule } from './job-list.ts';
import { quietLogger, taskList } from './task-list.ts';
import { type Watch, watchRunner } from './watch-runner.ts';

export type Jobs = {
  /** Takes no more jobs, waits for the running ones, and gives up those that take too long. */
  stop: () => Promise<void>;
};

export type JobTimes = { beatSeconds: number; silenceSeconds: number };

/** A process that died is noticed after 30 s, so its jobs run again within a minute. */
const standardTimes: JobTimes = { beatSeconds: 10, silenceSeconds: 30 };

const schema = 'graphile_worker';

/** Brings the tables of the queue up to date. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, schema, logger: new Logger(() => () => {}) });
}

/** Starts working on the queue, and puts into it what the clock asks for. */
export async function runJobs(house: House, pool: pg.Pool, times = standardTimes): Promise<Jobs> {
  let work = await openRunner(house, pool);
  let beat: Promise<void> | undefined;

  /** While no other runner can be opened the old one still counts as ended, so the next beat tries again. */
  async function renew(): Promise<void> {
    house.log.error('work on the queue ended; it begins again');
    await work.runner.stop().catch(() => {});
    work = await openRunner(house, pool);
  }
  async function lookAfter(): Promise<void> {
    try {
      await keepHold(house, work.watch.inHand(), times.silenceSeconds);
      if (work.watch.isStuck()) await renew();
    } catch (error) {
      house.log.warn({ err: error }, 'could not say which jobs are in hand');
    } finally {
      beat = undefined;
    }
  }

  const beating = setInterval(() => {
    beat ??= lookAfter();
  }, times.beatSeconds * 1_000);
  return {
    async stop() {
      clearInterval(beating);
      await beat;
      await work.runner.stop().catch(() => {});
    },
  };
}

/** Each runner is watched by itself: what is heard of one that is being stopped says nothing about the next. */
async function openRunner(house: House, pool: pg.Pool): Promise<{ runner: Runner; watch: Watch }> {
  const watch = watchRunner();
  const cron = schedule.map(({ name, match }) => ({ task: name, match, options: { maxAttempts: 1 } }));
  const runner = await run({
    pgPool: pool,
    schema,
    events: watch.events,
    concurrency: 2,
    noHandleSignals: true,
    taskList: taskList(house),
    parsedCronItems: parseCronItems(cron),
    logger: quietLogger(house),
  });
  runner.promise.catch((error) => house.log.error({ err: error }, 'work on the queue failed'));
  return { runner, watch };
}

/** Says which jobs are in hand here, and gives back those that are in nobody's. */
async function keepHold(house: House, inHand: string[], silenceSeconds: number): Promise<void> {
  if (inHand.length > 0) await touchJobs(house.db, inHand);
  const silent = await releaseSilentJobs(house.db, silenceSeconds);
  if (silent > 0) house.log.warn({ jobs: silent }, 'took back jobs that were in nobody’s hands');
}
