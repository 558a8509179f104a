// How much memory is really in use, for telling growth from garbage.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are held after everything unneeded has been thrown away. */
export function heldBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
