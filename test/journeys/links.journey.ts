// Links into the talk: however far back the line stands they find it, and where it is gone they say so.
import { randomUUID } from 'node:crypto';
import { connect } from '#db/connect.ts';
import { type DurableDatabase, startDurableDatabase } from '../bench/durable-database.ts';
import * as between from './harness/between.ts';
import { gather } from './harness/gathering.ts';
import { expectAccessible, expectNothingCutOff } from './harness/looks.ts';
import { test as base, expect } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

const test = base.extend<{ database: DurableDatabase }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  database: async ({}, use) => {
    const database = await startDurableDatabase(null);
    await use(database);
    await database.stop();
  },
  settings: async ({ database }, use) => use({ DATABASE_URL: database.url }),
});

const gone = 'What this link leads to is not here any more';

/** So many lines in a room's log, as if they had been said; answers their ids. */
async function haveSaid({ url }: DurableDatabase, where: string, count: number): Promise<string[]> {
  const { pool, close } = connect(url, { poolSize: 1 });
  const ids = Array.from({ length: count }, () => randomUUID());
  await pool.query(
    `with moved as (update room set version = version + $2 where id = $1 returning id, circle_id, version - $2 as before)
    insert into room_event (room_id, version, kind, actor_id, at, body)
    select id, before + place, 'message.posted',
      (select person_id from membership m where m.circle_id = moved.circle_id order by person_id limit 1),
      now(), jsonb_build_object('message', line, 'text', 'Line ' || place)
    from moved, unnest($3::uuid[]) with ordinality as l (line, place)`,
    [where, count, ids],
  );
  await close();
  return ids;
}

test('a link finds its line, and says when it is gone', async ({ open, database }) => {
  const ana = await open({
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { circle, meeting } = await gather({ Ana: ana }, 'Link circle');
  const lines = await haveSaid(database, meeting, 720);

  await test.step('in a meeting, a line that was not loaded is found and has the focus', async () => {
    await ana.goto(`/meetings/${meeting}/room#line-${lines[30]}`);
    const line = ana.locator(`[id="line-${lines[30]}"]`);
    await expect(line).toBeFocused();
    await expect(line).toBeInViewport();
    await expect(line).toContainText('Line 31');
    await expect(ana.getByText(gone)).toHaveCount(0);
  });

  await test.step('in a meeting, one that is nowhere is said to be gone, beside the talk', async () => {
    await ana.goto('/today');
    await ana.setViewportSize({ width: 360, height: 740 });
    await ana.goto(`/meetings/${meeting}/room#line-${randomUUID()}`);
    await expect(ana.getByText(gone)).toBeInViewport();
    await expect(room.talkOn(ana)).toContainText('Line 720');
    await expectAccessible(ana);
    await expectNothingCutOff(ana);
    await ana.screenshot({ path: test.info().outputPath('gone-in-meeting.png') });
  });

  await test.step('between meetings, and in the minutes', async () => {
    await ana.goto(`/circles/${circle.id}/room`);
    await between.begin(ana, 'Still here');
    await ana.goto(`/circles/${circle.id}/room#line-${randomUUID()}`);
    await expect(ana.getByText(gone)).toBeVisible();
    await expect(ana.getByRole('article')).toContainText('Still here');
    await expectAccessible(ana);
    await ana.screenshot({ path: test.info().outputPath('gone-between.png') });
    await ana.goto(`/meetings/${meeting}/minutes#line-${randomUUID()}`);
    await expect(ana.getByText(gone)).toBeVisible();
    await expectAccessible(ana);
  });

  await test.step('a line gives its link away, and shows it where the clipboard stays shut', async () => {
    await ana.setViewportSize({ width: 1280, height: 800 });
    await ana.goto(`/meetings/${meeting}/room#line-${lines[30]}`);
    const line = ana.locator(`[id="line-${lines[30]}"]`);
    await line.getByRole('button', { name: 'What to do with this line' }).click();
    await line.getByRole('button', { name: 'Copy link' }).click();
    await expect(line.getByRole('status')).toHaveText('Copied to the clipboard');
    expect(await ana.evaluate(() => navigator.clipboard.readText())).toBe(ana.url());

    await ana.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    });
    await line.getByRole('button', { name: 'Copied' }).click();
    await expect(line.getByText(ana.url())).toBeVisible();
    await expect(line.getByRole('status')).toContainText('select the text');
    await expectAccessible(ana);
    await ana.screenshot({ path: test.info().outputPath('clipboard-shut.png') });
  });

  await test.step('a link to the notes opens them', async () => {
    await ana.goto(`/meetings/${meeting}/room?view=notes#notes`);
    await expect(ana.getByRole('region', { name: 'Notes' })).toBeVisible();
  });
});
