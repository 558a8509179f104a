// Who runs against whom, each a server and a load in processes of their own.
import path from 'node:path';
import type { Cores } from '../machine.ts';
import { type PinnedProcess, startPinned } from '../pinned-process.ts';
import { shippedFlags } from '../shipped-flags.ts';

export type ContestantName = 'socketio' | 'ws' | 'naive' | 'house';
export type Contestant = { name: ContestantName; server: PinnedProcess; load: PinnedProcess };

const kinds = {
  socketio: { file: 'bare-socketio-process.ts', line: 'bare' },
  ws: { file: 'bare-ws-process.ts', line: 'ws' },
  naive: { file: 'naive-process.ts', line: 'bare' },
  house: { file: 'house-process.ts', line: 'house' },
} as const;

export type Ground = { cores: Cores; database: string; port: number; flags: readonly string[] };

/** Starts a contestant; `database` is an address, `port` a free one for the house, whose origin it has to know. */
export async function startContestant(name: ContestantName, ground: Ground): Promise<Contestant> {
  const { cores, database, port, flags } = ground;
  const at = (file: string) => path.join(import.meta.dirname, file);
  const { file, line } = kinds[name];
  const own = name === 'house' ? [...shippedFlags(), ...flags] : [];
  const [server, load] = await Promise.all([
    startPinned(at(file), cores?.server ?? null, own, [database, String(port)]),
    startPinned(at('load-process.ts'), cores?.load ?? null, [], [line]),
  ]);
  return { name, server, load };
}

export async function stopContestant({ server, load }: Contestant): Promise<void> {
  await load.stop();
  await server.stop();
}
