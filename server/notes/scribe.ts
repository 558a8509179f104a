import { Worker } from 'node:worker_threads';
import type { ScribeTasks } from './scribe-worker.ts';

/** A document cannot be worked on for longer than this, in ms; what takes longer was made to. */
const LONGEST = 5_000;
/** What all documents together may take in the worker, in MiB. */
const MEMORY = 256;

type Task = {
  id: number;
  name: keyof ScribeTasks;
  args: unknown[];
  settle: (answer: unknown) => void;
  fail: (error: Error) => void;
};

/** The worker went down, over this task or another one; what it had in memory is gone. */
export class ScribeLost extends Error {
  override name = 'ScribeLost';
}

export type Scribe = ReturnType<typeof openScribe>;

/**
 * Hands tasks to the worker, one after the other, and starts it anew when a task takes too long or too much. `lost` is
 * told then: no document is in its memory any more. The task that did it fails with ScribeLost; those behind it go on.
 */
export function openScribe(lost: () => void, longest = LONGEST) {
  const line: Task[] = [];
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let count = 0;
  let closed = false;

  function start(): Worker {
    const fresh = new Worker(new URL('./scribe-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
      execArgv: [],
    });
    fresh.unref();
    fresh.on('message', ({ id, answer, error }: { id: number; answer: unknown; error?: string }) => {
      if (id === line[0]?.id) done((task) => (error ? task.fail(new Error(error)) : task.settle(answer)));
    });
    fresh.on('error', () => end(fresh));
    fresh.on('exit', () => end(fresh));
    return fresh;
  }

  function next(): void {
    const [task] = line;
    if (!task || closed) return;
    worker ??= start();
    timer = setTimeout(() => end(worker), longest);
    worker.postMessage({ id: task.id, name: task.name, args: task.args });
  }

  function done(settle: (task: Task) => void): void {
    clearTimeout(timer);
    const task = line.shift();
    if (task) settle(task);
    next();
  }

  function end(which: Worker | null): void {
    if (which === null || which !== worker) return;
    worker = null;
    void which.terminate();
    if (closed) return;
    lost();
    done((task) => task.fail(new ScribeLost('the scribe went down')));
  }

  return {
    do<Name extends keyof ScribeTasks>(
      name: Name,
      ...args: Parameters<ScribeTasks[Name]>
    ): Promise<ReturnType<ScribeTasks[Name]>> {
      if (closed) return Promise.reject(new ScribeLost('the scribe has gone home'));
      return new Promise((settle, fail) => {
        count += 1;
        line.push({ id: count, name, args, settle: settle as Task['settle'], fail });
        if (line.length === 1) next();
      });
    },
    async close(): Promise<void> {
      closed = true;
      clearTimeout(timer);
      for (const task of line.splice(0)) task.fail(new ScribeLost('the scribe has gone home'));
      await worker?.terminate();
    },
  };
}
