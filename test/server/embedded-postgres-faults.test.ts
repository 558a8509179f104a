import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Ground, newGround, removeGrounds } from '#test/harness/embedded-ground.ts';
import { endHolders, guises, type Holder, newHolder } from '#test/harness/holder.ts';

afterEach(endHolders);

describe.each(guises())('$name', { timeout: 60_000 }, (guise) => {
  let ground: Ground;
  let holder: Holder;
  beforeAll(async () => {
    ground = newGround(guise);
    holder = newHolder(guise, ground.temporaryFolder);
    // Made in a hurry; every test then starts it with its own, careful settings.
    await holder.start(ground.directory, { fsync: 'off' });
    await holder.query('create table line (number int)');
    await holder.stop();
  });
  afterAll(removeGrounds);

  async function held(): Promise<Holder> {
    holder = newHolder(guise, ground.temporaryFolder);
    await holder.start(ground.directory);
    return holder;
  }

  async function addLine(): Promise<number> {
    const [added] = await holder.query(
      'insert into line select count(*) + 1 from line returning number::int as number',
    );
    return Number(added?.number);
  }

  test('after kill -9 of the process that started it, the next one takes the server over', async () => {
    await held();
    const line = await addLine();
    const server = ground.serverPid();
    await holder.kill();

    holder = newHolder(guise, ground.temporaryFolder);
    expect(await holder.start(ground.directory)).toMatchObject({ adopted: true });
    expect(ground.serverPid()).toBe(server);
    expect(await addLine()).toBe(line + 1);
    expect(await holder.stop()).toBe('stopped');
    await ground.expectNothingLeft();
  });

  test('after kill -9 of everything, the next start has every line that was confirmed', async () => {
    await held();
    const line = await addLine();
    await Promise.all([holder.kill(), ground.killServer()]);

    holder = newHolder(guise, ground.temporaryFolder);
    expect(await holder.start(ground.directory)).toMatchObject({ adopted: false });
    expect(await addLine()).toBe(line + 1);
    expect(await holder.stop()).toBe('stopped');
    await ground.expectNothingLeft();
  });

  test('a server that is killed under a living process comes back by itself', async () => {
    await held();
    const line = await addLine();
    await ground.killServer();

    await expect.poll(() => addLine().catch(() => 'not yet')).toBe(line + 1);
    expect((await holder.said())[0]).toBe('The embedded database went away; starting it again.');
    expect(await holder.stop()).toBe('stopped');
    await ground.expectNothingLeft();
  });

  test('a process number that another program has got since does not keep the server from starting', async () => {
    await held();
    const line = await addLine();
    await Promise.all([holder.kill(), ground.killServer()]);
    // PostgreSQL refuses while any process of its own user has the number it wrote down.
    const bystander = newHolder(guise, ground.temporaryFolder);
    ground.plant('cluster/postmaster.pid', `${bystander.pid}\n${ground.directory}/cluster\n`);

    expect(await (await held()).query('select max(number) as line from line')).toEqual([{ line }]);
    expect(await holder.stop()).toBe('stopped');
    await ground.expectNothingLeft();
  });

  test('what a process left that was killed while it made a database is cleared away', async () => {
    const started = newHolder(guise, ground.temporaryFolder);
    await started.kill();
    ground.plant(`cluster.new-${started.pid}-0a1b2c3d/PG_VERSION`, '18\n');

    await held();
    expect(ground.drafts()).toEqual([]);
    await holder.stop();
    await ground.expectNothingLeft();
  });

  test('a killed first start is made good by the next', async () => {
    const fresh = newGround(guise);
    const first = newHolder(guise, fresh.temporaryFolder);
    const never = first.start(fresh.directory, { fsync: 'off' }).catch((error: Error) => error.message);
    await expect.poll(() => fresh.drafts().length).toBe(1);
    await first.kill();
    expect(await never).toBe('the holder is gone');
    await fresh.killServer();

    const second = newHolder(guise, fresh.temporaryFolder);
    expect(await second.start(fresh.directory, { fsync: 'off' })).toMatchObject({ adopted: false });
    expect(await second.stop()).toBe('stopped');
    await fresh.expectNothingLeft();
  });
});
