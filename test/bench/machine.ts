// On what a benchmark ran, in words, and which core does what.
import { execFileSync } from 'node:child_process';
import os from 'node:os';

/** Core lists as `taskset` takes them; null where processes cannot be pinned. */
export type Cores = { server: string; load: string; database: string } | null;

/** The server and the load have a core each; the database has the others, or both where there are only two. */
export function chooseCores(): Cores {
  const count = os.availableParallelism();
  if (count < 2 || !canPin()) return null;
  return { server: '0', load: '1', database: count > 2 ? `2-${count - 1}` : '0-1' };
}

function canPin(): boolean {
  try {
    execFileSync('taskset', ['-c', '1', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function describeMachine(cores: Cores) {
  const [first] = os.cpus();
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGib: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.platform()} ${os.arch()}`,
    node: process.versions.node,
    pinned: cores ?? 'no',
    database: 'PostgreSQL, fsync on, synchronous_commit on',
  };
}
