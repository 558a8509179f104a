// As whom PostgreSQL runs. It refuses to run as root, so root has to step down.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** How to run a program so that PostgreSQL accepts it. */
export type Account = {
  /** who owns the files it writes, as this machine counts users */
  uid: number;
  gid: number;
  /** the program and arguments to really start */
  command(program: string, args: string[]): { program: string; args: string[] };
  /** the identity to hand to spawn; empty where none has to change */
  identity: { uid?: number; gid?: number };
};

const namespace = ['--user', '--map-user=1000', '--map-group=1000'];

/**
 * Decides the account for the cluster in `data` (which need not exist yet).
 * An ordinary user is itself. Root becomes the owner of the data; where that is root again, a user namespace
 * in which root looks like somebody else (this works under a home only root can read); where the
 * machine forbids those, the account `nobody`.
 */
export function chooseAccount(data: string): Account {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid, command: unchanged, identity: {} };

  const owner = existsSync(data) ? statSync(data) : undefined;
  if (owner && owner.uid !== 0) return other(owner.uid, owner.gid);
  if (namespacesWork()) return { uid: 0, gid: 0, command: inNamespace, identity: {} };
  return other(idOf('-u'), idOf('-g'));
}

function unchanged(program: string, args: string[]): { program: string; args: string[] } {
  return { program, args };
}

function inNamespace(program: string, args: string[]): { program: string; args: string[] } {
  return { program: 'unshare', args: [...namespace, program, ...args] };
}

function other(uid: number, gid: number): Account {
  return { uid, gid, command: unchanged, identity: { uid, gid } };
}

/** Whether this machine lets root make user namespaces. */
export function namespacesWork(): boolean {
  try {
    execFileSync('unshare', [...namespace, 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
}

/** What a PostgreSQL program sees of our environment: no secrets, plain English, universal time. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, NODE_ENV } = process.env;
  return { PATH, NODE_ENV, LC_ALL: 'C', TZ: 'UTC' };
}
