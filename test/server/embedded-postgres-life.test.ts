import { chmodSync, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Ground, newGround, removeGrounds } from '#test/harness/embedded-ground.ts';
import {
  type Guise,
  guises,
  type Holder,
  newHolder,
  nobodyCanReach,
  ourselves,
} from '#test/harness/holder.ts';

afterEach(removeGrounds);

describe.each(guises())('$name', (guise) => {
  test('a first start makes a safe database, and later starts find its data', {
    timeout: 60_000,
  }, async () => {
    const ground = newGround(guise);
    const first = newHolder(guise, ground.temporaryFolder);
    const { adopted, url } = await first.start(ground.directory);
    expect(adopted).toBe(false);
    await expectSafe(first, ground, new URL(url).searchParams.get('host')!);
    await first.query('create table kept (word text)');
    await first.query(`insert into kept values ('Łukasz')`);
    expect(await first.stop()).toBe('stopped');
    await ground.expectNothingLeft();

    const second = newHolder(guise, ground.temporaryFolder);
    expect(await second.start(ground.directory)).toMatchObject({ adopted: false });
    expect(await second.query('select word from kept')).toEqual([{ word: 'Łukasz' }]);
    expect(await second.stop()).toBe('stopped');
    expect(await second.stop()).toBe('stopped');
    await ground.expectNothingLeft();
  });
});

// An ordinary user has no other account to fall back on.
if (process.getuid?.() === 0) describe('as root where namespaces are forbidden', rootWithoutNamespaces);

function rootWithoutNamespaces(): void {
  // Without the program `unshare` root cannot ask for a namespace.
  function withoutNamespaces(): Guise {
    const programs = newGround(ourselves).temporaryFolder;
    for (const name of ['id', 'chown']) symlinkSync(whereIs(name), path.join(programs, name));
    return { ...ourselves, env: { PATH: programs } };
  }

  function groundForNobody(): Ground {
    const ground = newGround(ourselves);
    chmodSync(ground.temporaryFolder, 0o1777);
    return ground;
  }

  test('the account nobody runs it, or it is said why that cannot be', { timeout: 60_000 }, async () => {
    const ground = groundForNobody();
    const holder = newHolder(withoutNamespaces(), ground.temporaryFolder);
    const starting = holder.start(ground.directory, { fsync: 'off' });
    if (!nobodyCanReach()) {
      await expect(starting).rejects.toThrow('must be able to reach this folder');
      return;
    }
    expect(await starting).toMatchObject({ adopted: false });
    expect(lstatSync(path.join(ground.directory, 'cluster')).uid).not.toBe(0);
    expect(await holder.stop()).toBe('stopped');
    await ground.expectNothingLeft();
  });

  test('data goes from account to account, where nobody can reach it', { timeout: 60_000 }, async () => {
    const ground = groundForNobody();
    const owners: number[] = [];
    for (const guise of [ourselves, nobodyCanReach() ? withoutNamespaces() : ourselves, ourselves]) {
      const holder = newHolder(guise, ground.temporaryFolder);
      await holder.start(ground.directory, { fsync: 'off' });
      await holder.query('create table if not exists kept ()');
      owners.push(lstatSync(path.join(ground.directory, 'cluster')).uid);
      expect(await holder.stop()).toBe('stopped');
      await ground.expectNothingLeft();
    }
    expect(owners[0]).toBe(0);
    expect(owners[1] !== 0).toBe(nobodyCanReach());
    expect(owners[2]).toBe(owners[1]);
  });
}

// Nobody else gets at it, and it keeps what it confirms.
async function expectSafe(holder: Holder, ground: Ground, socketFolder: string): Promise<void> {
  expect(path.dirname(socketFolder)).toBe(ground.temporaryFolder);
  for (const folder of [ground.directory, socketFolder]) expect(lstatSync(folder).mode & 0o777).toBe(0o700);
  const names = ['listen_addresses', 'unix_socket_permissions', 'data_checksums', 'fsync', 'server_encoding'];
  expect(
    await holder.query(`select ${names.map((name) => `current_setting('${name}') as ${name}`)}`),
  ).toEqual([
    {
      listen_addresses: '',
      unix_socket_permissions: '0700',
      data_checksums: 'on',
      fsync: 'on',
      server_encoding: 'UTF8',
    },
  ]);
  await expect(holder.query(`select 'what a member typed'::uuid`)).rejects.toThrow('what a member typed');
  expect(readFileSync(path.join(ground.directory, 'postgres.log'), 'utf8')).not.toContain('member typed');
}

function whereIs(program: string): string {
  const folders = process.env.PATH?.split(path.delimiter) ?? [];
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file))!;
}
