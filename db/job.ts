import { type Kysely, sql } from 'kysely';
import type { DB } from './schema.ts';

export type JobOptions = {
  /** While a job with this key waits, another one takes its place instead of standing behind it. */
  key?: string | undefined;
  /** Not before this instant; at once unless told. */
  runAt?: Date | undefined;
};

/** Queues a job in the caller's transaction: it will run if, and only if, that commits. */
export async function insertJob(
  db: Kysely<DB>,
  name: string,
  payload: unknown,
  { key, runAt }: JobOptions = {},
): Promise<void> {
  await sql`
    select from graphile_worker.add_job(
      ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => ${runAt ?? null}::timestamptz,
      job_key => ${key ?? null}::text
    )`.execute(db);
}

/** Says that a worker is alive: the jobs it holds are held from now on. */
export async function touchJobs(db: Kysely<DB>, workerId: string): Promise<void> {
  await sql`update graphile_worker._private_jobs set locked_at = now() where locked_by = ${workerId}`.execute(
    db,
  );
}

/**
 * Gives back the jobs of workers that were silent for `seconds`. The library itself would wait for four hours.
 * Answers how many workers were given up.
 */
export async function releaseSilentWorkers(db: Kysely<DB>, seconds: number): Promise<number> {
  const { rows } = await sql<{ workers: number }>`
    with silent as (
      select array_agg(distinct locked_by) as ids
      from graphile_worker.jobs
      where locked_at < now() - make_interval(secs => ${seconds})
    )
    select cardinality(ids) as workers, graphile_worker.force_unlock_workers(ids)
    from silent
    where ids is not null`.execute(db);
  return rows[0]?.workers ?? 0;
}
