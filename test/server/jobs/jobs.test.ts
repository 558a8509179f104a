import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { insertJob, releaseSilentJobs } from '#db/job.ts';
import { type JobName, jobList, schedule } from '#server/jobs/job-list.ts';
import { type Jobs, migrateJobs, runJobs } from '#server/jobs/run-jobs.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

const lines: Record<string, unknown>[] = [];
let opened: TestHouse;
let running: Jobs | undefined;

beforeAll(async () => {
  opened = await openTestHouse({ log: { write: (line) => void lines.push(JSON.parse(line)) } });
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => opened.close());

const times = { beatSeconds: 0.05, silenceSeconds: 30 };
const start = async () => {
  running = await runJobs(opened.house, opened.database.pool, times);
};

async function waiting(): Promise<
  { task: string; run_at: Date; locked_by: string | null; attempts: number }[]
> {
  const { rows } = await opened.database.pool.query(
    `select task_identifier as task, run_at, locked_by, attempts from graphile_worker.jobs
    where task_identifier = 'forget-expired' order by id`,
  );
  return rows;
}

const isEmpty = () => expect.poll(waiting).toEqual([]);

/** A sign-in that ran out: what the job `forget-expired` takes away. */
async function putExpired(): Promise<() => Promise<number>> {
  const { house, database } = opened;
  const id = house.newId();
  await database.pool.query(`insert into person (id, name, time_zone) values ($1, 'x', 'UTC')`, [id]);
  await database.pool.query(
    `insert into session (id, user_id, expires_at) values ($1::text, $1::uuid, to_timestamp($2 / 1000.0) - interval '1 second')`,
    [id, house.now()],
  );
  return async () => (await database.pool.query('select from session where id = $1', [id])).rows.length;
}

describe('a job', () => {
  test('runs when, and only when, the transaction that queued it commits', async () => {
    const { house } = opened;
    const undone = house.db.transaction().execute(async (db) => {
      await house.enqueue(db, 'forget-expired', {});
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await waiting()).toEqual([]);

    const left = await putExpired();
    await house.db.transaction().execute((db) => house.enqueue(db, 'forget-expired', {}));
    expect(await waiting()).toHaveLength(1);
    await start();
    await isEmpty();
    expect(await left()).toBe(0);
  });

  test('with a key waits once, for the later time', async () => {
    const { house } = opened;
    const [early, late] = [new Date('2099-01-01T00:00:00Z'), new Date('2099-01-02T00:00:00Z')];
    await house.enqueue(house.db, 'forget-expired', {}, { key: 'once', runAt: early });
    await house.enqueue(house.db, 'forget-expired', {}, { key: 'once', runAt: late });
    expect((await waiting()).map((job) => job.run_at)).toEqual([late]);
    await opened.database.pool.query(`select graphile_worker.remove_job('once')`);
  });

  test('is not run before its time', async () => {
    const { house } = opened;
    const left = await putExpired();
    await house.enqueue(
      house.db,
      'forget-expired',
      {},
      { key: 'later', runAt: new Date('2099-01-01T00:00:00Z') },
    );
    await house.enqueue(house.db, 'forget-expired', {}, { key: 'now' });
    await start();
    await expect.poll(async () => (await waiting()).length).toBe(1);
    expect(await left()).toBe(0);
    await opened.database.pool.query(`select graphile_worker.remove_job('later')`);
  });

  test('that cannot be done stays, and neither log nor queue repeats what it was about', async () => {
    const { house } = opened;
    await insertJob(house.db, 'forget-expired', 'c4nary', { key: 'broken' });
    await start();
    const lastError = async () =>
      (await opened.database.pool.query(`select last_error from graphile_worker.jobs where key = 'broken'`))
        .rows[0].last_error;
    await expect.poll(lastError).toBe('see the log');
    expect(lines.find((line) => line.job === 'forget-expired')).toMatchObject({
      attempt: 1,
      msg: 'a job failed',
    });
    expect(JSON.stringify(lines)).not.toContain('c4nary');
    await running?.stop();
    running = undefined;
    await opened.database.pool.query(`select graphile_worker.remove_job('broken')`);
  });
});

describe('a worker that died', () => {
  const lockBy = (worker: string, seconds: number) =>
    opened.database.pool.query(
      `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $2)
      where key = 'held'`,
      [worker, seconds],
    );

  test('is given up after its silence, and its job runs elsewhere', async () => {
    const { house } = opened;
    const left = await putExpired();
    await house.enqueue(house.db, 'forget-expired', {}, { key: 'held' });
    await lockBy('dead', times.silenceSeconds + 1);
    await start();
    await isEmpty();
    expect(await left()).toBe(0);
  });

  test('is not given up while it may still live', async () => {
    const { house } = opened;
    await house.enqueue(house.db, 'forget-expired', {}, { key: 'held' });
    await lockBy('busy', times.silenceSeconds - 5);
    expect(await releaseSilentJobs(house.db, times.silenceSeconds)).toBe(0);
    expect((await waiting())[0]?.locked_by).toBe('busy');
    await lockBy('busy', times.silenceSeconds + 5);
    expect(await releaseSilentJobs(house.db, times.silenceSeconds)).toBe(1);
    expect((await waiting())[0]?.locked_by).toBeNull();
    await start();
    await isEmpty();
  });

  test('but one that lives keeps its job, however long that takes', async () => {
    const { house, database } = opened;
    const held = async () => {
      const { rows } = await database.pool.query(
        `select locked_by, attempts, extract(epoch from locked_at)::float8 as since from graphile_worker.jobs
        where task_identifier = 'forget-expired'`,
      );
      return rows[0] as { locked_by: string | null; attempts: number; since: number } | undefined;
    };
    const blocker = await database.pool.connect();
    await blocker.query('begin; lock table session in access exclusive mode');
    running = await runJobs(house, database.pool, { beatSeconds: 0.05, silenceSeconds: 1.2 });
    try {
      await house.enqueue(house.db, 'forget-expired', {});
      await expect.poll(async () => (await held())?.locked_by).toBeTruthy();
      const first = await held();
      await expect.poll(async () => ((await held())?.since ?? 0) - (first?.since ?? 0)).toBeGreaterThan(1.5);
      expect(await held()).toMatchObject({ locked_by: first?.locked_by, attempts: 1 });
    } finally {
      await blocker.query('rollback');
      blocker.release();
    }
    await isEmpty();
  });
});

test('a job that was given up is forgotten after a week, and one that is still tried is not', async () => {
  const { house, database } = opened;
  const put = async (key: string, attempts: number, idle: string) => {
    await house.enqueue(house.db, 'mail-recovery-link', { email: `${key}@rondo.example` }, { key });
    await database.pool.query(
      'update graphile_worker._private_jobs set attempts = $2, updated_at = now() - $3::interval where key = $1',
      [key, attempts, idle],
    );
  };
  await put('given-up', 25, '7 days 1 second');
  await put('given-up-late', 25, '6 days 23 hours');
  await put('still-tried', 24, '8 days');
  await jobList['forget-expired'].run(house, {}, { id: '1' });
  const { rows } = await database.pool.query('select key from graphile_worker.jobs order by id');
  expect(rows.map(({ key }) => key)).toEqual(['given-up-late', 'still-tried']);
  for (const { key } of rows) await database.pool.query('select graphile_worker.remove_job($1)', [key]);
});

test('a database that cut every connection is worked for again', async () => {
  const { house, database } = opened;
  const left = await putExpired();
  running = await runJobs(house, database.pool, { beatSeconds: 0.1, silenceSeconds: 1 });
  await database.pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await house.enqueue(house.db, 'forget-expired', {});
  await isEmpty();
  expect(await left()).toBe(0);
});

test('a worker that began again is left to work', async () => {
  const { house, database } = opened;
  const begun = () => lines.filter(({ msg }) => String(msg).includes('it begins again')).length;
  const before = begun();
  running = await runJobs(house, database.pool, { beatSeconds: 0.1, silenceSeconds: 1 });
  // Looking for jobs fails for as long as this table is away.
  await database.pool.query('alter table graphile_worker._private_job_queues rename to away');
  try {
    await expect.poll(begun).toBe(before + 1);
  } finally {
    await database.pool.query('alter table graphile_worker.away rename to _private_job_queues');
  }
  // Each of these is given back by another beat.
  for (let beat = 0; beat < 4; beat++) {
    await house.enqueue(house.db, 'forget-expired', {}, { key: 'held' });
    await database.pool.query(
      `update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - interval '1 minute' where key = 'held'`,
    );
    await isEmpty();
  }
  expect(begun()).toBe(before + 1);
});

test('the clock queues only jobs that exist, at times that can be read', async () => {
  for (const { name, match } of schedule) {
    expect(Object.keys(jobList) as JobName[]).toContain(name);
    expect(match.split(' ')).toHaveLength(5);
  }
});

test('the tables of the queue can be brought up to date twice', async () => {
  await migrateJobs(opened.database.pool);
  await migrateJobs(opened.database.pool);
});
