// A disk of its own, small enough to be filled, over a folder that is there already. Linux only, and only as root.
import { execFileSync } from 'node:child_process';

const SIZE = '240m';

/** True: the folder is a small disk now. False: this machine lets us make none. */
export function mountSmallDisk(directory: string): boolean {
  return isDone('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0700`, 'tmpfs', directory]);
}

/** Takes the disk off the folder again, with all that is on it; a folder that is no disk stays as it is. */
export function unmountSmallDisk(directory: string): void {
  isDone('umount', ['--lazy', directory]);
}

function isDone(command: string, words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
