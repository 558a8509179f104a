// Many runs, each with its seed and its grief in turn, handed out to as many jobs as may run side by side.
import { griefsFor } from './griefs.ts';
import { startJob } from './job.ts';
import type { Judgement } from './judge.ts';
import type { Held } from './stage.ts';
import { openTally, type Part, say } from './tally.ts';
import type { Wishes } from './wishes.ts';

/** Holds them all; a run with violations does not end the set. */
export async function holdRuns(wishes: Wishes): Promise<Part> {
  const { seed: first, runs, processes, jobs } = wishes;
  griefsFor(wishes.grief);
  const tally = openTally();
  const waiting = Array.from({ length: runs }, (_, index) => first + index);
  let held = 0;

  let overRedis = 0;

  function tell({ seed, grief, judgement, ...run }: Held): void {
    held += 1;
    if (run.overRedis) overRedis += 1;
    tellRun(`${held}/${runs} seed ${seed} ${grief}${run.overRedis ? ' over Redis' : ''}`, judgement);
    tally.add(judgement);
  }
  async function work(number: number): Promise<void> {
    let job = await startJob(wishes, number);
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      try {
        tell(await job.hold(seed));
      } catch (error) {
        // What could not be held to its end has proved nothing.
        tally.fail(`the run of seed ${seed} fell over: ${error instanceof Error ? error.message : error}`);
        job = await startJob(wishes, number);
      }
    }
    await job.close();
  }
  await Promise.all(Array.from({ length: Math.min(jobs, runs) }, (_, index) => work(index + 1)));

  const over = processes === 1 ? 'one process' : `${processes} processes`;
  const beside = jobs === 1 ? '' : `, ${jobs} at a time`;
  return tally.sum(`${runs} runs from seed ${first} on ${over}${beside} (${overRedis} over Redis)`);
}

/** Says what a run came to, with the first violations. */
export function tellRun(title: string, run: Judgement & { history: string }): void {
  const { commands, acknowledged, retried, events, settledMs, violations } = run;
  const figures = `${commands} commands, ${acknowledged} acknowledged, ${retried} sent again, ${events} events`;
  say(`${title}: ${figures}, at rest after ${settledMs ?? '?'} ms`);
  for (const { wrong, what } of violations.slice(0, 10)) say(`   ${wrong}: ${what}`);
  if (violations.length > 0) say(`   ${violations.length} violations; the history is ${run.history}`);
}
