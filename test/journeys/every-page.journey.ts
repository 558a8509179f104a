// Every page there is, as somebody who belongs there: light and dark, on a phone and on a desk, nothing for axe to find,
// nothing cut off, nothing asked of anybody else. A page that is not visited here fails the test.
import type { Page } from '@playwright/test';
import { doors } from '#app/http/doors.ts';
import { propose, vote } from './harness/agenda.ts';
import * as between from './harness/between.ts';
import { meetingsOf } from './harness/circle.ts';
import { gather } from './harness/gathering.ts';
import { expectAccessible, expectNothingCutOff } from './harness/looks.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

/** Long names break pages sooner than short ones. */
const circleName = 'Projektleiterinnenstammtisch Nordrhein-Westfalen';
const other = 'Maximiliane Oberhuber-Schwarzenbach';
const topic = 'Donaudampfschifffahrtsgesellschaftskapitänspatent';

const calm = { reducedMotion: 'reduce', timezoneId: 'UTC' } as const;

test('every page is for everyone', async ({ open, rondo }) => {
  const ana = await open(calm);
  const ben = await open(calm);
  const stranger = await open(calm);
  const visited = new Set<string>();

  /** Looks at the page on which `page` stands, or at `url`. */
  async function look(door: string, page: Page, heading: RegExp | string, url?: string): Promise<void> {
    await test.step(`${door} ${url ?? ''}`, async () => {
      visited.add(door);
      if (url) await page.goto(url);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      await lookFromEverywhere(page);
    });
  }

  await stranger.goto('/');
  await look('/welcome', stranger, 'Welcome to Rondo');
  const { circle, meeting } = await gather({ Ana: ana, [other]: ben }, circleName);
  const [, later = ''] = await meetingsOf(ana, circle);
  const inCircle = (place: string) => `/circles/${circle.id}${place}`;
  const inMeeting = (place: string) => `/meetings/${meeting}${place}`;

  await test.step('what pages show', () => fill(ana, ben, meeting));

  await look('/', stranger, /mentor each other/, '/');
  await look('/*', stranger, 'We found nothing here', '/no/such/page');
  await look('/sign-in', stranger, 'Sign in', '/sign-in');
  await look('/sign-up', stranger, 'By invitation', '/sign-up');
  await look('/recover', stranger, /password|access|sign in/i, '/recover');
  await look('/sign-out', stranger, /mentor each other/, '/sign-out');

  await look('/organizer', ana, 'Look after everyone', '/organizer');
  await ana.getByText(other, { exact: true }).first().click();
  await ana.getByRole('button', { name: 'Make a recovery link' }).click();
  const recovery = await ana.getByLabel('Recovery link').inputValue();
  await look('/organizer', ana, 'Look after everyone');
  await look('/recover/:token', stranger, /password/i, recovery);
  await ana.goto(inCircle('/invitations'));
  await ana.getByRole('button', { name: 'Make a link' }).click();
  const invitation = await ana.getByLabel('Invitation link').inputValue();
  await look('/circles/:circleId/invitations', ana, 'Invitations');
  await look('/invitation/:token', stranger, circleName, invitation);
  await look('/invitation', stranger, circleName, '/invitation');

  await look('/groups/new', ana, 'Make a group', '/groups/new');
  await ana.getByLabel('Name').fill('Rhein-Ruhr-Projektmanagementgesellschaft');
  await ana.getByRole('button', { name: 'Make the group' }).click();
  await look('/groups/:groupId', ana, /^Rhein/);
  await look('/groups/:groupId/people', ana, /./, `${new URL(ana.url()).pathname}/people`);

  await look('/today', ana, /./, '/today');
  await look('/search', ana, 'Search', `/search?q=${topic}`);
  await look('/me', ana, 'Me', '/me');
  await look('/me/account', ana, 'Password and sign-ins', '/me/account');
  await look('/circles/new', ana, 'Found a circle', '/circles/new');
  await look('/circles/:circleId', ana, circleName, inCircle(''));
  await ana.getByRole('main').getByRole('link', { name: other }).first().click();
  await look('/circles/:circleId/members/:personId', ana, other);
  await look('/circles/:circleId/settings', ana, 'Settings', inCircle('/settings'));
  await look('/circles/:circleId/plan', ana, 'Meetings', inCircle('/plan'));
  await look('/circles/:circleId/room', ana, 'Between meetings', inCircle('/room'));
  await between.begin(ana, `How do you begin with a ${topic}?`);
  await between.answer(ana, 'Slowly.');
  await look('/circles/:circleId/room', ana, 'Between meetings');
  await test.step('a link to a line that is nowhere is asked for once', async () => {
    const asked: string[] = [];
    ana.on('request', (request) => asked.push(request.url()));
    await ana.goto(inCircle('/room#line-gone'));
    await expect(ana).toHaveURL(/[?]line=gone#line-gone$/);
    await look('/circles/:circleId/room', ana, 'Between meetings');
    expect(asked.filter((url) => url.includes('line=gone'))).toHaveLength(1);
  });
  await look('/circles/:circleId/rota', ana, 'Rota', inCircle('/rota'));
  await ana.getByRole('link', { name: 'I can’t come' }).last().click();
  await expect(ana.getByRole('dialog')).toBeVisible();
  await look('/circles/:circleId/rota', ana, 'Rota');

  await look('/meetings/:meetingId/agenda', ana, 'Agenda', `/meetings/${later}/agenda`);
  await look('/meetings/:meetingId/agenda', ana, 'Agenda', inMeeting('/agenda'));
  await look('/meetings/:meetingId/room', ana, /^The room opens/, `/meetings/${later}/room`);
  await look('/meetings/:meetingId', ana, /^Meeting room/, inMeeting(''));
  for (const part of ['Agenda', 'Queue', 'Decided'] as const) {
    await ana.setViewportSize({ width: 360, height: 740 });
    await room.show(ana, part);
    await look('/meetings/:meetingId/room', ana, /^Meeting room/);
  }
  await room.closeMeeting(ana);
  await look('/meetings/:meetingId/room', ana, 'The meeting is closed');
  await look('/meetings/:meetingId/minutes', ana, circleName, inMeeting('/minutes'));

  for (const [door, type] of [
    ['/meetings/:meetingId/minutes.md', 'text/markdown'],
    ['/meetings/:meetingId/talk', 'application/json'],
    ['/meetings/:meetingId/notes', 'application/json'],
    ['/unread', 'application/json'],
  ] as const) {
    const answer = await ana.request.get(door.replace(':meetingId', meeting), { params: { before: 1 } });
    expect(answer.headers()['content-type'], door).toContain(type);
    visited.add(door);
  }
  expect((await ana.request.get('/signed-in')).status()).toBe(401);
  visited.add('/signed-in');
  const pages = Object.values(doors).filter(({ method }) => method === 'GET');
  expect(pages.map(({ path }) => path).filter((path) => !visited.has(path))).toEqual([]);
  expect(rondo.output()).not.toMatch(/"level":"?(50|60|error|fatal)/);
});

/** In both themes, at the widths of a desk, a tablet and a phone. What hangs on the theme is contrast alone. */
async function lookFromEverywhere(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNothingCutOff(page);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'color-contrast');
  await page.setViewportSize({ width: 768, height: 1024 });
  await expectNothingCutOff(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNothingCutOff(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Offers and asks, an agenda with votes, and a meeting that is under way with everything in it. */
async function fill(ana: Page, ben: Page, meeting: string): Promise<void> {
  for (const page of [ana, ben]) {
    await page.goto('/me');
    await page.getByRole('combobox', { name: 'Topic' }).first().fill(topic);
    await page.getByRole('button', { name: 'Add an offer' }).click();
    await expect(page.getByText(topic).first()).toBeVisible();
    await page
      .getByRole('combobox', { name: 'Topic' })
      .last()
      .fill(`${topic} ${topic.slice(0, 20)}`);
    await page.getByRole('button', { name: 'Add an ask' }).click();
  }
  await ana.goto(`/meetings/${meeting}/agenda`);
  await propose(ana, { title: topic, kind: 'check-in', minutes: 5 });
  await propose(ana, {
    title: `Telling the sponsor: ${topic}`,
    kind: 'hot-seat',
    minutes: 20,
    bringer: other,
  });
  await propose(ana, { title: 'Estimating together', help: `How do you begin? ${topic}` });
  await vote(ana, 'Estimating together', 2);
  for (const page of [ben, ana]) await room.enterRoom(page, meeting);
  await ana.getByRole('button', { name: 'Start the meeting' }).click();
  await ana.getByRole('button', { name: `Start: ${topic}` }).click();
  await room.say(ben, `Hello. I have **read** it: https://example.org/${topic.repeat(3)}`);
  await ben.getByRole('button', { name: 'Raise my hand' }).click();
  await room.noteDecision(ana, `We keep to the ${topic}`);
  await room.addActionItem(ana, `Read the ${topic}`, other, '2030-01-31');
  await expect(room.talkOn(ana)).toContainText('will do: Read');
}
