// A test run that was killed leaves its PostgreSQL behind; the next run clears it away.
import { readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openPlace } from '#server/embedded-postgres/place.ts';
import { readPostmasterFile } from '#server/embedded-postgres/postmaster-file.ts';
import { removeSocketDirectory, stopServer } from '#server/embedded-postgres/stop-server.ts';
import { isAlive } from '#server/embedded-postgres/system.ts';
import { unmountSmallDisk } from './small-disk.ts';

/** The folders of test clusters begin with this, then comes the number of the process that made them. */
export const clusterPrefix = 'rondo-test-';

/** Stops and removes the clusters whose test run is gone. One that cannot be removed is told, and stops no test run. */
export async function removeAbandonedClusters(): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const owner = new RegExp(`^${clusterPrefix}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    try {
      await removeCluster(path.join(os.tmpdir(), name));
    } catch (error) {
      process.stderr.write(`What an earlier test run left in ${name} cannot be removed: ${String(error)}\n`);
    }
  }
}

async function removeCluster(directory: string): Promise<void> {
  const place = openPlace(directory);
  await stopServer(place.data, readPostmasterFile(place.data)?.pid);
  unmountSmallDisk(directory);
  rmSync(directory, { recursive: true, force: true });
  removeSocketDirectory(place.socketDirectory);
}
