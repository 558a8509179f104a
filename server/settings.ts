// The environment, read once. Every fault is reported at once, by the name of its setting.
import { isIP } from 'node:net';
import {
  databaseAddress,
  hostName,
  listOf,
  mailAddress,
  mailServer,
  oneOf,
  type Read,
  redisServer,
  webOrigin,
  wholeNumber,
  yesOrNo,
} from './settings-readers.ts';
import { misspelledSettings } from './settings-spelling.ts';

/** Every setting there is. `.env.example` explains each. */
export const settingNames = [
  'DATABASE_URL',
  'DATABASE_POOL_SIZE',
  'REDIS_URL',
  'DATA_DIRECTORY',
  'HOST',
  'PORT',
  'PROCESSES',
  'ORIGIN',
  'TRUSTED_PROXIES',
  'SESSION_IDLE_DAYS',
  'SESSION_ABSOLUTE_DAYS',
  'OPEN_SIGN_UP',
  'LEAD_GRACE_SECONDS',
  'PASSWORD_MEMORY_KIB',
  'SMTP_URL',
  'MAIL_FROM',
  'LOG_LEVEL',
  'ALLOW_UNSAFE_DB',
] as const;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type Settings = {
  /** an external PostgreSQL; undefined means the embedded one */
  databaseUrl: string | undefined;
  databasePoolSize: number;
  /** the way between several processes; undefined means PostgreSQL itself */
  redisUrl: string | undefined;
  /** where the embedded database and everything else that lasts is kept */
  dataDirectory: string;
  host: string;
  port: number;
  /** how many processes `npm run start:cluster` starts, on this port and the next ones */
  processes: number;
  /** what members type into their browser: scheme, host and port, without a slash at the end */
  origin: string;
  /** addresses whose X-Forwarded-* headers are believed */
  trustedProxies: string[];
  sessionIdleDays: number;
  sessionAbsoluteDays: number;
  /** whether anybody may make an account without an invitation */
  openSignUp: boolean;
  /** how long a meeting waits for its lead before somebody else is asked to lead */
  leadGraceSeconds: number;
  /** what one password hash may use, in KiB */
  passwordMemoryKib: number;
  /** undefined means that no mail is sent */
  mail: { smtpUrl: string; from: string } | undefined;
  logLevel: (typeof logLevels)[number];
  /** for tests only: accept a database that may lose what it acknowledged */
  allowUnsafeDb: boolean;
};

/** What is wrong with the environment; the message names every fault and fits a terminal. */
export class SettingsError extends Error {
  override name = 'SettingsError';
  readonly faults: string[];

  constructor(faults: string[]) {
    super(`The settings need a change:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Reads the settings from an environment. An empty value counts as not set. Throws a SettingsError. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const faults = misspelledSettings(env, settingNames);

  function read<T, Otherwise>(
    name: (typeof settingNames)[number],
    otherwise: Otherwise,
    reader: (text: string) => Read<T>,
  ): T | Otherwise {
    const text = env[name]?.trim();
    if (!text) return otherwise;
    const found = reader(text);
    if ('value' in found) return found.value;
    faults.push(`${name} ${found.fault}`);
    return otherwise;
  }

  const port = read('PORT', 3000, wholeNumber(1, 65_535));
  const smtpUrl = read('SMTP_URL', undefined, mailServer);
  const from = read('MAIL_FROM', undefined, mailAddress);
  const settings: Settings = {
    databaseUrl: read('DATABASE_URL', undefined, databaseAddress),
    databasePoolSize: read('DATABASE_POOL_SIZE', 10, wholeNumber(2, 100)),
    redisUrl: read('REDIS_URL', undefined, redisServer),
    dataDirectory: read('DATA_DIRECTORY', '.data', (text) => ({ value: text })),
    host: read('HOST', '127.0.0.1', hostName),
    port,
    processes: read('PROCESSES', 2, wholeNumber(1, 32)),
    origin: read('ORIGIN', `http://localhost:${port}`, webOrigin),
    trustedProxies: read(
      'TRUSTED_PROXIES',
      [],
      listOf('IP addresses', (one) => isIP(one) !== 0),
    ),
    sessionIdleDays: read('SESSION_IDLE_DAYS', 7, wholeNumber(1, 365)),
    sessionAbsoluteDays: read('SESSION_ABSOLUTE_DAYS', 30, wholeNumber(1, 365)),
    openSignUp: read('OPEN_SIGN_UP', false, yesOrNo),
    leadGraceSeconds: read('LEAD_GRACE_SECONDS', 90, wholeNumber(1, 600)),
    passwordMemoryKib: read('PASSWORD_MEMORY_KIB', 19_456, wholeNumber(19_456, 1_048_576)),
    mail: smtpUrl && from ? { smtpUrl, from } : undefined,
    logLevel: read('LOG_LEVEL', 'info', oneOf(logLevels)),
    allowUnsafeDb: read('ALLOW_UNSAFE_DB', false, yesOrNo),
  };

  faults.push(...disagreements(env, settings));
  if (faults.length > 0) throw new SettingsError(faults);
  return settings;
}

function disagreements(env: Record<string, string | undefined>, settings: Settings): string[] {
  const faults: string[] = [];
  if (env.SMTP_URL?.trim() && !env.MAIL_FROM?.trim()) {
    faults.push(
      'MAIL_FROM is missing: with SMTP_URL set, mail needs a sender such as Rondo <rondo@example.org>',
    );
  }
  if (settings.sessionIdleDays > settings.sessionAbsoluteDays) {
    faults.push('SESSION_IDLE_DAYS must not be more than SESSION_ABSOLUTE_DAYS');
  }
  return faults;
}
