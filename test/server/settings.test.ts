import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTransport } from '#server/mail/transport.ts';
import { readSettings, SettingsError, settingNames } from '#server/settings.ts';

const example = new URL('../../.env.example', import.meta.url);

function faultsOf(env: Record<string, string>): string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

test('nothing has to be set', () => {
  expect(readSettings({})).toEqual({
    databaseUrl: undefined,
    databasePoolSize: 10,
    redisUrl: undefined,
    dataDirectory: '.data',
    host: '127.0.0.1',
    port: 3000,
    processes: 2,
    origin: 'http://localhost:3000',
    trustedProxies: [],
    sessionIdleDays: 7,
    sessionAbsoluteDays: 30,
    openSignUp: false,
    leadGraceSeconds: 90,
    passwordMemoryKib: 19456,
    mail: undefined,
    logLevel: 'info',
    allowUnsafeDb: false,
  });
});

test('every setting arrives', () => {
  const settings = readSettings({
    DATABASE_URL: 'postgresql://rondo:secret@db.example.org/rondo',
    DATABASE_POOL_SIZE: '20',
    REDIS_URL: 'rediss://:secret@redis.example.org:6380',
    DATA_DIRECTORY: '/srv/rondo',
    HOST: '::',
    PORT: ' 8080 ',
    PROCESSES: '4',
    ORIGIN: 'HTTPS://Rondo.Example.org:443/',
    TRUSTED_PROXIES: '10.0.0.1, fd00::1',
    SESSION_IDLE_DAYS: '1',
    SESSION_ABSOLUTE_DAYS: '2',
    OPEN_SIGN_UP: 'Yes',
    LEAD_GRACE_SECONDS: '30',
    PASSWORD_MEMORY_KIB: '65536',
    SMTP_URL: 'smtps://me:secret@mail.example.org',
    MAIL_FROM: 'Rondo Graz <Rondo@Example.org>',
    LOG_LEVEL: 'warn',
    ALLOW_UNSAFE_DB: '1',
  });
  expect(settings).toEqual({
    databaseUrl: 'postgresql://rondo:secret@db.example.org/rondo',
    databasePoolSize: 20,
    redisUrl: 'rediss://:secret@redis.example.org:6380',
    dataDirectory: '/srv/rondo',
    host: '::',
    port: 8080,
    processes: 4,
    origin: 'https://rondo.example.org',
    trustedProxies: ['10.0.0.1', 'fd00::1'],
    sessionIdleDays: 1,
    sessionAbsoluteDays: 2,
    openSignUp: true,
    leadGraceSeconds: 30,
    passwordMemoryKib: 65536,
    mail: { smtpUrl: 'smtps://me:secret@mail.example.org', from: 'Rondo Graz <rondo@example.org>' },
    logLevel: 'warn',
    allowUnsafeDb: true,
  });
});

test.each([
  ['DATABASE_URL', 'mysql://root@localhost/rondo'],
  ['DATABASE_POOL_SIZE', '1'],
  ['REDIS_URL', 'redis.example.org:6379'],
  ['HOST', 'http://localhost'],
  ['PORT', '65536'],
  ['PORT', '3000.5'],
  ['PORT', '-1'],
  ['PROCESSES', '0'],
  ['ORIGIN', 'rondo.example.org'],
  ['ORIGIN', 'https://rondo.example.org/app'],
  ['ORIGIN', 'https://me:secret@rondo.example.org'],
  ['TRUSTED_PROXIES', '10.0.0.1,,10.0.0.2'],
  ['TRUSTED_PROXIES', 'proxy.example.org'],
  ['SESSION_IDLE_DAYS', '0'],
  ['SESSION_ABSOLUTE_DAYS', '366'],
  ['OPEN_SIGN_UP', 'maybe'],
  ['LEAD_GRACE_SECONDS', '0'],
  ['LEAD_GRACE_SECONDS', '601'],
  ['PASSWORD_MEMORY_KIB', '19455'],
  ['SMTP_URL', 'mail.example.org:25'],
  ['MAIL_FROM', 'Rondo'],
  ['MAIL_FROM', 'Rondo <a@example.org>, b@example.org'],
  ['MAIL_FROM', 'Rondo\r\nBcc: b@example.org <a@example.org>'],
  ['LOG_LEVEL', 'loud'],
  ['ALLOW_UNSAFE_DB', 'on'],
])('%s=%j is refused by its name', (name, value) => {
  const faults = faultsOf({ MAIL_FROM: 'rondo@example.org', [name]: value });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${name} must be `));
});

test.each(['100%sure', 'a%b', '50%', '%ff'])(
  'a bare %% in a password such as %s is told, before it keeps anybody from signing in with it',
  (password) => {
    const fault = 'has a % in its user or password that must be written %25';
    const urls = {
      SMTP_URL: `smtp://rondo:${password}@localhost`,
      REDIS_URL: `redis://:${password}@localhost`,
    };
    expect(faultsOf({ ...urls, MAIL_FROM: 'rondo@example.org' })).toEqual([
      `SMTP_URL ${fault}`,
      `REDIS_URL ${fault}`,
    ]);
  },
);

test('a %25 in the password of a mail server is a % when it signs in', () => {
  const smtpUrl = 'smtp://rondo%40example.org:100%25sure@mail.example.org';
  expect(faultsOf({ SMTP_URL: smtpUrl, MAIL_FROM: 'rondo@example.org' })).toEqual([]);
  expect(openTransport(smtpUrl).options).toMatchObject({
    auth: { user: 'rondo@example.org', pass: '100%sure' },
  });
});

test('every fault is reported at once, in one message', () => {
  const env = {
    PORT: 'http',
    ORIGIN: 'here',
    LOG_LEVEL: 'loud',
    SMTP_URL: 'smtp://localhost',
    SESSION_IDLE_DAYS: '31',
  };
  expect(() => readSettings(env)).toThrowErrorMatchingInlineSnapshot(`
    [SettingsError: The settings need a change:
    - PORT must be a whole number from 1 to 65535, not "http"
    - ORIGIN must be an address such as https://rondo.example.org, without a path
    - LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud"
    - MAIL_FROM is missing: with SMTP_URL set, mail needs a sender such as Rondo <rondo@example.org>
    - SESSION_IDLE_DAYS must not be more than SESSION_ABSOLUTE_DAYS]
  `);
});

test('a fault never repeats an address, which may hold a password', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{12,20}$/), (secret) => {
      const env = {
        DATABASE_URL: `mysql://u:${secret}@h/d`,
        SMTP_URL: `http://u:${secret}@h`,
        ORIGIN: `x:${secret}`,
      };
      expect(faultsOf({ ...env, MAIL_FROM: 'a@example.org' }).join()).not.toContain(secret);
    }),
  );
});

test.each([
  ['SESSION_IDLE_DAY', 'SESSION_IDLE_DAYS'],
  ['SESSION_IDLE_HOURS', 'SESSION_IDLE_DAYS'],
  ['SESSION_ABSOLUTE', 'SESSION_ABSOLUTE_DAYS'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['DATABASE_POOL', 'DATABASE_POOL_SIZE'],
  ['DATA_DIR', 'DATA_DIRECTORY'],
  ['SMTP_HOST', 'SMTP_URL'],
  ['OPEN_SIGNUP', 'OPEN_SIGN_UP'],
  ['TRUSTED_PROXY', 'TRUSTED_PROXIES'],
  ['PASSWORD_MEMORY_MIB', 'PASSWORD_MEMORY_KIB'],
  ['MAIL_FORM', 'MAIL_FROM'],
])('%s is taken for a misspelled %s', (typed, meant) => {
  expect(faultsOf({ [typed]: 'x' })).toEqual([`${typed} is not a setting; did you mean ${meant}?`]);
});

test("other programs' variables are left alone", () => {
  const others = [
    'SESSION_MANAGER',
    'XDG_SESSION_ID',
    'DATABASE_CONNECTION_POOL_URL',
    'HOSTNAME',
    'LOGNAME',
    'MAIL',
  ];
  others.push(
    'NODE_ENV',
    'LOG_FORMAT',
    'npm_config_loglevel',
    'PORT_RANGE',
    'DBUS_SESSION_BUS_ADDRESS',
    'HOSTS',
  );
  expect(faultsOf(Object.fromEntries(others.map((name) => [name, 'x'])))).toEqual([]);
});

test('the example file names every setting and no other, explains each, and shows the defaults', () => {
  const text = readFileSync(example, 'utf8');
  const shown = parseEnv(text);
  expect(Object.keys(shown).sort()).toEqual([...settingNames].sort());
  expect(readSettings(shown)).toEqual(readSettings({}));
  for (const name of settingNames) expect(text).toMatch(new RegExp(`^# .+\\.\\n${name}=`, 'm'));
});
