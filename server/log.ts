import { writeSync } from 'node:fs';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

/**
 * Opens the log: one JSON object a line on the standard error stream, so that the standard output holds nothing but
 * what we say to people. It never holds bodies, cookies, tokens, names or what members wrote.
 */
export function openLog(level: Settings['logLevel'], stream: DestinationStream = standardError): Logger {
  return pino({ level, base: null, timestamp: isoTime, serializers: { err: describeError } }, stream);
}

/**
 * Where a line cannot be written, as on a full disk, that line is lost and nothing else. Pino's own stream would end the
 * process there, and then try for ever to write what is left.
 */
const standardError: DestinationStream = {
  write(line) {
    try {
      writeSync(2, line);
    } catch {
      // There is nowhere left to say so.
    }
  },
};

function isoTime(): string {
  return `,"time":"${new Date().toISOString()}"`;
}

/** Errors whose messages repeat what somebody typed: those of the database, and of parsers. */
function quotesInput(error: Error): boolean {
  return 'severity' in error || error instanceof SyntaxError || error.name === 'ZodError';
}

/** An error as far as it may be logged: what kind, where, which constraint; never which values. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint, table } = error as Error & Record<'code' | 'constraint' | 'table', unknown>;
  return {
    name: error.name,
    message: quotesInput(error) ? undefined : error.message,
    code,
    constraint,
    table,
    at: frames(error.stack),
  };
}

function frames(stack: string | undefined): string[] {
  const lines = stack?.split('\n').map((line) => line.trim()) ?? [];
  return lines.filter((line) => line.startsWith('at ')).slice(0, 12);
}
