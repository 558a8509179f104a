import type { Settings } from '../settings.ts';

/**
 * The addresses under which this installation answers: the one in the settings and, when it listens on this machine
 * alone, the machine's own names.
 */
export function ownOrigins({ origin, host, port }: Pick<Settings, 'origin' | 'host' | 'port'>): string[] {
  if (!isLoopback(host)) return [origin];
  const names = ['localhost', '127.0.0.1', '[::1]'];
  return [...new Set([origin, ...names.map((name) => new URL(`http://${name}:${port}`).origin)])];
}

/** Whether a host name or address leads to this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
