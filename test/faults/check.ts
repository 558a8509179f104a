// Lets the checker look at a run. It is another process, so that it shares nothing with what it judges.
import { execFile } from 'node:child_process';
import type { Judgement } from './judge.ts';

const checker = new URL('./checker.ts', import.meta.url).pathname;

/** What the checker makes of a history and the database behind it. */
export function check(history: string, url: string): Promise<Judgement> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [checker, history, url], { maxBuffer: 1 << 26 }, (error, out, said) => {
      if (out) resolve(JSON.parse(out));
      else reject(new Error(`The checker did not come to an end: ${said}`, { cause: error }));
    });
  });
}
