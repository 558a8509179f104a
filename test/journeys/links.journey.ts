// Links into a meeting: however far back a line stands they find it, also when the room is shut, and where it is gone they
// say so.
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { connect } from '#db/connect.ts';
import { type DurableDatabase, startDurableDatabase } from '../bench/durable-database.ts';
import * as between from './harness/between.ts';
import { moveMeeting, skipMeeting } from './harness/circle.ts';
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

/** Looks for a word and follows what is found; answers the element it should lead to. */
async function follow(page: Page, word: string): Promise<Locator> {
  await page.goto(`/search?q=${word}`);
  await page.getByRole('main').getByRole('listitem').getByRole('link').filter({ hasText: word }).click();
  return page.locator('[data-arrived]').filter({ hasText: word });
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

test('what was found in a meeting is in sight, also when its room is shut', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC', viewport: { width: 360, height: 740 } });
  const { circle, meeting } = await gather({ Ana: ana }, 'Shut circle');
  const at = (place: string) => `/meetings/${meeting}/${place}`;
  await room.enterRoom(ana, meeting);
  await room.say(ana, 'About the quokka');
  const said = ana.locator('[id^="line-"]').filter({ hasText: 'quokka' });
  await expect(said).toBeVisible();
  const line = await said.getAttribute('id');
  await room.show(ana, 'Decided');
  await room.noteDecision(ana, 'We keep the wombat');
  await room.addActionItem(ana, 'Feed the numbat', 'Ana (you)');
  await expect(ana.locator('[id^="action-"]')).toContainText('numbat');

  await test.step('on a phone, the part of the room opens in which it stands', async () => {
    for (const word of ['quokka', 'wombat', 'numbat']) await expect(await follow(ana, word)).toBeInViewport();
    await expect(ana).toHaveURL(/\/room\?/);
  });

  const sitting = await ana.context().newPage();
  await sitting.goto(at(`room#${line}`));
  await expect(sitting.locator(`[id="${line}"]`)).toBeFocused();

  await test.step('when the meeting was moved, it is in the minutes', async () => {
    await moveMeeting(ana, circle, meeting, new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10));
    for (const word of ['quokka', 'wombat', 'numbat']) await expect(await follow(ana, word)).toBeInViewport();
    await expect(ana).toHaveURL(/\/minutes#action-/);
  });

  await test.step('but whoever was in the room by a link is not sent away', async () => {
    await expect(sitting.getByRole('heading', { name: 'The room opens' })).toBeVisible();
    await expect(sitting).toHaveURL(at(`room#${line}`));
    await sitting.close();
  });

  await test.step('and a link to the notes leads to where they can be prepared', async () => {
    await ana.goto(at('room?view=notes#notes'));
    await expect(ana.getByRole('heading', { name: 'Shared notes' })).toBeInViewport();
  });

  await test.step('when it was called off, the notes are in the minutes as well', async () => {
    await skipMeeting(ana, circle, meeting);
    for (const place of [line, 'notes']) {
      await ana.goto(at(`room#${place}`));
      await expect(ana).toHaveURL(at(`minutes#${place}`));
      await expect(ana.locator(`[id="${place}"]`)).toBeInViewport();
    }
  });

  await test.step('and whoever skips to the content of the shut room stays there', async () => {
    await ana.goto(at('room'));
    await ana.getByRole('link', { name: 'Skip to content' }).press('Enter');
    await expect(ana).toHaveURL(at('room#main'));
    await expect(ana.getByRole('link', { name: 'Read the minutes' })).toBeVisible();
    await expectAccessible(ana);
    await ana.screenshot({ path: test.info().outputPath('called-off.png') });
  });
});
