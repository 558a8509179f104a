// The proxies of the handbook, as they are written there, in front of processes on this machine.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { until } from './until.ts';

export type Front = { stop: () => Promise<void> };
type Behind = { port: number; processes: readonly number[] };

/** A block of docs/operations.md that begins with this line, without its indentation. */
function block(beginning: string): string {
  const lines = readFileSync('docs/operations.md', 'utf8').split('\n');
  const from = lines.indexOf(`    ${beginning}`);
  if (from === -1) throw new Error(`the handbook has no block that begins with "${beginning}"`);
  const length = lines.slice(from).findIndex((line) => line !== '' && !line.startsWith('    '));
  return lines.slice(from, from + length).join('\n');
}

/** The handbook's ports are 3000 and 3001; here there are others, and more. */
const withServers = (text: string, processes: readonly number[]) =>
  text.replace(/^.*127\.0\.0\.1:3000.*\n.*127\.0\.0\.1:3001.*$/m, (two) => {
    const [first = ''] = two.split('\n');
    return processes
      .map((port) => first.replace('3000', `${port}`).replace('server one', `server on${port}`))
      .join('\n');
  });

export async function startNginx({ port, processes }: Behind): Promise<Front> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rondo-nginx-'));
  const location = block('location / {').replace(/^/gm, '    ');
  const text = `
    daemon off;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    pid ${folder}/pid;
    error_log stderr crit;
    events {}
    http {
      access_log off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
      ${block('map $http_upgrade $connection_upgrade {').split('\n\n')[0]}
      ${withServers(block('upstream rondo {'), processes)}
      server { listen 127.0.0.1:${port}; ${location} }
    }`;
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, text);
  return run('nginx', ['-p', folder, '-c', file, '-e', 'stderr'], port, folder);
}

export async function startHaproxy({ port, processes }: Behind): Promise<Front> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rondo-haproxy-'));
  const text = withServers(block('defaults'), processes)
    .replace(/^\s*bind .*$/m, `    bind 127.0.0.1:${port}`)
    .replace('hdr Host rondo.example.org', `hdr Host 127.0.0.1:${port}`);
  const file = path.join(folder, 'haproxy.cfg');
  writeFileSync(file, `${text}\n`);
  return run('haproxy', ['-db', '-f', file], port, folder);
}

async function run(program: string, args: string[], port: number, folder: string): Promise<Front> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` },
  });
  const failed = Promise.race([
    once(child, 'error').then(() => `These tests need ${program}: apt-get install ${program}`),
    once(child, 'exit').then(() => `${program} has ended; see above`),
  ]).then((reason) => Promise.reject(new Error(reason)));
  failed.catch(() => {});
  await Promise.race([failed, until(() => expect(answers(port)).resolves.toBe(true))]);
  return { stop: () => stop(child, folder) };
}

function answers(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const line = connect(port, '127.0.0.1', () => {
      line.destroy();
      settle(true);
    });
    line.once('error', () => settle(false));
  });
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true, force: true });
}
