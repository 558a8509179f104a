// Keeps the contestants between rounds, so that all run as warm as a server is, and what went wrong with ours.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BenchOptions } from '../bench-options.ts';
import type { Figures } from '../figures.ts';
import type { Cores } from '../machine.ts';
import { type Contestant, type ContestantName, startContestant, stopContestant } from './contestants.ts';
import { addFaults, type Faults, noFaults } from './load-line.ts';

type Given = { cores: Cores; database: string; options: BenchOptions; figures: Figures };

export function openContest({ cores, database, options, figures }: Given) {
  const kept = new Map<ContestantName, Contestant>();
  let faults: Faults = noFaults;
  // For looking into our own server: NODE_FLAGS_OF_SERVER=--cpu-prof
  const flags = process.env.NODE_FLAGS_OF_SERVER?.split(' ') ?? [];

  async function start(name: ContestantName): Promise<Contestant> {
    return startContestant(name, { cores, database, port: await freePort(), flags });
  }
  async function contestant(name: ContestantName): Promise<Contestant> {
    const known = kept.get(name) ?? (await start(name));
    kept.set(name, known);
    return known;
  }

  return {
    options,
    figures,
    contestant,
    /** One that nobody has used before; the caller stops it. */
    fresh: start,
    /** Runs every round over all names, there and back in turn; answers each round's results by name. */
    async rounds<Result>(
      names: readonly ContestantName[],
      run: (contestant: Contestant) => Promise<Result>,
    ): Promise<Record<ContestantName, Result>[]> {
      const all: Record<ContestantName, Result>[] = [];
      for (let round = 0; round < options.rounds; round++) {
        const results = {} as Record<ContestantName, Result>;
        for (const name of round % 2 === 0 ? names : names.toReversed()) {
          results[name] = await run(await contestant(name));
        }
        all.push(results);
      }
      return all;
    },
    noteFaults(more: Faults): void {
      faults = addFaults(faults, more);
    },
    /** Answers whether there were none. */
    reportFaults(): boolean {
      for (const name of ['lost', 'disordered', 'doubled'] as const)
        figures.add(name, faults[name], 'events', '<= 0');
      return Object.values(faults).every((count) => count === 0);
    },
    async close(): Promise<void> {
      for (const one of kept.values()) await stopContestant(one);
    },
  };
}

export type Contest = ReturnType<typeof openContest>;

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
