// Starts the server process, apart from ours: it outlives a killed Node, and a Ctrl-C in our terminal does not reach it.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { plainEnvironment } from './account.ts';
import { socketPort } from './place.ts';
import type { Recipe } from './recipe.ts';

/** A server process we started. It may have given up, for instance because another process was quicker. */
export type Launched = { pid: number | undefined; hasExited(): boolean; said(): string };

// Errors and their details can quote what a member typed, so the log keeps the server's own affairs only.
const ownSettings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** Starts PostgreSQL on the place's cluster, and does not wait for it. */
export function launch({ place, account, binaries, settings }: Recipe): Launched {
  const options = ['-D', place.data, '-p', String(socketPort), '-k', place.socketDirectory];
  for (const [name, value] of Object.entries({ ...ownSettings, ...settings }))
    options.push('-c', `${name}=${value}`);
  const { program, args } = account.command(binaries.postgres, options);

  const log = openLog(place.logFile);
  const child = spawn(program, args, {
    ...account.identity,
    cwd: '/',
    env: plainEnvironment(),
    detached: true,
    stdio: ['ignore', log.handle, log.handle],
  });
  closeSync(log.handle);
  child.unref();

  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', () => {
    ended ??= '';
  });
  return {
    pid: child.pid,
    hasExited: () => ended !== undefined,
    said: () => `${ended ?? ''}${readFileSync(place.logFile).subarray(log.from).toString('utf8')}`.trim(),
  };
}

const logLimit = 5 * 1024 * 1024;

function openLog(file: string): { handle: number; from: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimit) renameSync(file, `${file}.old`);
  return { handle: openSync(file, 'a', 0o600), from: size > logLimit ? 0 : size };
}
