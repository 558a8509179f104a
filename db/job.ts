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

/** Takes a job out of the queue again, in the caller's transaction; one that runs by now is not tried a second time. */
export async function deleteJob(db: Kysely<DB>, key: string): Promise<void> {
  await sql`select from graphile_worker.remove_job(${key}::text)`.execute(db);
}

/** Says that these jobs are being worked on: they are held from now on. */
export async function touchJobs(db: Kysely<DB>, ids: readonly string[]): Promise<void> {
  await sql`
    update graphile_worker._private_jobs set locked_at = now()
    where id = any(${ids}::bigint[]) and locked_at is not null`.execute(db);
}

/**
 * Gives back the jobs that nobody has said a word about for `seconds`: whoever held them died, or never learned that
 * they hold them. The library itself would wait for four hours. Answers how many there were.
 */
export async function releaseSilentJobs(db: Kysely<DB>, seconds: number): Promise<number> {
  const { rows } = await sql`
    update graphile_worker._private_jobs
    set locked_at = null, locked_by = null, run_at = greatest(run_at, now())
    where locked_at < now() - make_interval(secs => ${seconds})
    returning id`.execute(db);
  return rows.length;
}

/**
 * Removes the jobs that were given up `days` ago or longer: nobody does them any more, and some of them hold an address.
 * The queue lives by the database's clock.
 */
export async function deleteGivenUpJobs(db: Kysely<DB>, days: number): Promise<void> {
  await sql`
    delete from graphile_worker._private_jobs
    where attempts >= max_attempts and locked_at is null
      and updated_at < now() - make_interval(days => ${days})`.execute(db);
}
