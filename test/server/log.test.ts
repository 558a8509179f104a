import { spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeError, openLog } from '#server/log.ts';
import { testDatabase } from '#test/harness/database.ts';

const canary = 'c4nary@example.org';

/** What is thrown when something goes wrong with what somebody typed. */
async function thrown(doing: () => unknown): Promise<unknown> {
  try {
    await doing();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('an error of the database tells its code and constraint, never the values', async () => {
  const database = await testDatabase();
  const insert = () =>
    sql`insert into person (id, email, name, time_zone) values (gen_random_uuid(), ${canary}, 'x', 'UTC')`.execute(
      database.db,
    );
  await insert();
  const twice = describeError(await thrown(insert));
  const odd = describeError(await thrown(() => sql`select ${canary}::uuid`.execute(database.db)));
  await database.drop();

  expect(twice).toMatchObject({ code: '23505', constraint: 'person_email_key', table: 'person' });
  expect(odd).toMatchObject({ code: '22P02' });
  expect(JSON.stringify([twice, odd])).not.toContain('c4nary');
});

test('errors of parsers do not repeat what they could not read', async () => {
  const errors = [
    await thrown(() => JSON.parse(`{"email": ${canary}`)),
    await thrown(() => z.enum(['a']).parse(canary)),
    await thrown(() => {
      throw canary;
    }),
  ].map(describeError);
  expect(errors[0]).toMatchObject({ name: 'SyntaxError' });
  expect(JSON.stringify(errors)).not.toContain('c4nary');
});

test('an error of ours tells what it says and where it was', async () => {
  const told = describeError(await thrown(() => Promise.reject(new Error('the stove is off'))));
  expect(told).toMatchObject({ name: 'Error', message: 'the stove is off' });
  expect((told.at as string[])[0]).toContain('log.test.ts');
});

test('a line is JSON with a readable time', () => {
  const lines: string[] = [];
  openLog('info', { write: (line) => void lines.push(line) }).info({ requestId: 'x' }, 'hello');
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    requestId: 'x',
    msg: 'hello',
  });
});

test('a log that cannot be written, as on a full disk, neither ends the process nor keeps it from ending', () => {
  const program = `
    import { openLog } from '#server/log.ts';
    const log = openLog('info');
    for (let line = 0; line < 3; line += 1) {
      log.info('a line');
      await new Promise((resume) => setTimeout(resume, 5));
    }
    process.stdout.write('still here');`;
  // Linux's own full disk; elsewhere a stream that is open for reading only refuses just as well.
  const full = process.platform === 'linux' ? openSync('/dev/full', 'w') : openSync('/dev/null', 'r');
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', full],
    timeout: 20_000,
    encoding: 'utf8',
  });
  expect({ stdout, status }).toEqual({ stdout: 'still here', status: 0 });
});
