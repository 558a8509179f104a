// The whole story, as six people live it: from the first page of an empty Rondo to the minutes of their first meeting.
import type { Page } from '@playwright/test';
import { agendaItem, changeMinutes, dotsOn, moveItem, propose, titlesOn, vote } from './harness/agenda.ts';
import { foundCircle, makeInvitation, meetingsOf, planSeason, soonIn } from './harness/circle.ts';
import { expectAccessible, expectNothingCutOff, seen } from './harness/looks.ts';
import { joinByInvitation, makeFirstAccount, somebody } from './harness/people.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';
import { readEarlier, readRota, sayAbsent } from './harness/rota.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const names = ['Ana Ruiz', 'Ben Okafor', 'Chloé Martin', 'Dilan Yıldız', 'Eva Lind', 'Farid Nazari'] as const;
type Name = (typeof names)[number];

// The grace of a minute and a half, shortened: waiting is the same, only longer.
test.use({ settings: { LEAD_GRACE_SECONDS: '8' } });

test('six people found a circle, plan, prepare, meet and part', async ({ open, openAlone, line }) => {
  const alone = await openAlone({ timezoneId: 'Europe/Berlin' });
  const ana = alone.page;
  const at: Record<Name, Page> = {
    'Ana Ruiz': ana,
    'Ben Okafor': await open({ ...phone, timezoneId: 'Europe/Berlin', proxy: { server: line.server } }),
    'Chloé Martin': await open({ javaScriptEnabled: false }),
    'Dilan Yıldız': await open({ timezoneId: 'Europe/Istanbul', colorScheme: 'dark' }),
    'Eva Lind': await open({ timezoneId: 'Europe/Stockholm' }),
    'Farid Nazari': await open({ timezoneId: 'America/New_York' }),
  };
  const { 'Ben Okafor': ben, 'Dilan Yıldız': dilan, 'Eva Lind': eva, 'Farid Nazari': farid } = at;
  let chloe = at['Chloé Martin'];

  const circle = await test.step('one founds a circle, five join by one link', async () => {
    await makeFirstAccount(ana, somebody('Ana Ruiz'));
    const founded = await foundCircle(ana, 'Thursday circle', 'We help each other through hard projects.');
    const link = await makeInvitation(ana, founded, 5);
    for (const name of names.slice(1)) await joinByInvitation(at[name], link, somebody(name), founded.name);
    await ana.goto(`/circles/${founded.id}`);
    for (const name of names) await expect(ana.getByRole('main').getByText(name).first()).toBeVisible();
    return founded;
  });

  const turns = await test.step('a season of six meetings has a fair rota that says why', async () => {
    await planSeason(ana, circle, { ...soonIn('Europe/Berlin'), minutes: 60, count: 6 });
    const rota = await readRota(eva, circle);
    const leaders = rota.map(({ leader }) => (leader === 'You' ? 'Eva Lind' : leader));
    expect([...leaders].sort()).toEqual([...names].sort());
    for (const { text } of rota) expect(text).toMatch(/first turn\./);
    await expect(eva.getByText(/0 led, 1 to come, fair share 1\.0/)).toHaveCount(6);
    expect(leaders[0]).toBe('Ana Ruiz');
    return leaders as Name[];
  });

  const planned =
    await test.step('who cannot come says so, sees who takes over, and two dates change', async () => {
      const away = turns[1] as Name;
      const preview = await sayAbsent(at[away], circle, 2);
      const leaders = (await readRota(ana, circle)).map(({ leader }) =>
        leader === 'You' ? 'Ana Ruiz' : leader,
      );
      expect(preview).toContain(`${leaders[1]} takes over on`);
      expect([...leaders].sort()).toEqual([...names].sort());
      expect(leaders.filter((leader, index) => leader !== turns[index])).toHaveLength(2);
      return leaders as Name[];
    });
  const [meeting = '', nextMeeting = ''] = await meetingsOf(ana, circle);
  const firstTurn = (await readRota(ana, circle))[0]?.text ?? '';
  const helper = names.find((name) => firstTurn.includes(`Ready to step in: ${name}`)) as Name;

  await test.step('they build and vote the agenda, and see each other do it', async () => {
    for (const name of names) await at[name].goto(`/meetings/${meeting}/agenda`);
    await propose(ana, { title: 'How are you?', kind: 'check-in', minutes: 5 });
    await expect(agendaItem(dilan, 'How are you?')).toBeVisible({ timeout: 1_000 });
    await propose(dilan, {
      ...{ title: 'The sponsor does not answer', kind: 'hot-seat', minutes: 20 },
      help: 'How would you reach her?',
    });
    await propose(ben, { title: 'Estimating together' });
    await propose(chloe, { title: 'Saying no', minutes: 15 });
    await expect(agendaItem(ben, 'Saying no')).toBeVisible({ timeout: 1_000 });
    await changeMinutes(chloe, 'Saying no', 20);
    await expect(agendaItem(ben, 'Saying no')).toContainText('20 min', { timeout: 1_000 });
    await propose(eva, { title: 'Tools for risk' });

    for (const page of [ana, ben, chloe, eva]) await vote(page, 'Saying no', 2);
    await vote(dilan, 'Tools for risk', 1);
    await vote(farid, 'Tools for risk', 2);
    await expect(seen(farid, '6 of 6 have voted')).toBeVisible();
    await expect(seen(farid, '1 of your 3 dots left')).toBeVisible();

    await ana.getByRole('button', { name: 'Close voting' }).click();
    await expect(farid.getByRole('heading', { name: 'Voting is closed' })).toBeVisible({ timeout: 1_000 });
    await expect(dotsOn(farid, 'Saying no')).toBeHidden();
    const byVotes = ['Saying no', 'Tools for risk', 'Estimating together'];
    await expect(titlesOn(farid)).toHaveText(['How are you?', 'The sponsor does not answer', ...byVotes]);
    await expect(agendaItem(farid, 'Saying no')).toContainText('8 dots');

    await moveItem(farid, 'Tools for risk', 'up');
    await expect(titlesOn(ana).nth(2)).toHaveText('Tools for risk', { timeout: 1_000 });
    await chloe.reload();
    await moveItem(chloe, 'Tools for risk', 'down');
    await expect(titlesOn(ana).nth(2)).toHaveText('Saying no', { timeout: 1_000 });
  });

  await test.step('they meet: presence, a started item, one clock', async () => {
    await chloe.goto(`/meetings/${meeting}/room`);
    await room.say(chloe, 'Written without script');
    await expect(chloe.getByText('Written without script')).toBeVisible();
    const storageState = await chloe.context().storageState();
    chloe = await open({ storageState, colorScheme: 'dark' });
    at['Chloé Martin'] = chloe;

    for (const name of names) await room.enterRoom(at[name], meeting);
    await expect(seen(ana, '6 here')).toBeVisible();
    await expect(room.talkOn(ben)).toContainText('Written without script');

    await ana.getByRole('button', { name: 'Start the meeting' }).click();
    await ana.getByRole('button', { name: 'Start: How are you?' }).click();
    for (const name of names) await expect(room.stageOn(at[name], 'How are you?')).toBeVisible();
    await expect(ben.getByText(/^[45]:\d\d$/).first()).toBeVisible();
    // A look at four pages takes a moment itself, so one look may be off.
    await expect(async () => {
      const left = await Promise.all([ana, ben, chloe, farid].map(room.secondsLeftOn));
      expect(Math.max(...left) - Math.min(...left), `seconds left: ${left}`).toBeLessThanOrEqual(1);
    }).toPass({ timeout: 5_000 });
  });

  await test.step('more time is asked for, and the six show their thumbs', async () => {
    await ana.getByRole('button', { name: 'Ask for +3 min for this item' }).click();
    for (const name of names) {
      const thumb = at[name].getByRole('button', { name: name === 'Farid Nazari' ? 'Move on' : 'More time' });
      await thumb.click();
      await expect(thumb).toHaveAttribute('aria-pressed', 'true');
    }
    await expect(seen(ben, '6 of 6 voted')).toBeVisible();
    await expectAccessible(ben);
    await expectNothingCutOff(ben);
    // The vote is open for twenty seconds, whoever has voted.
    await expect(seen(ben, '3 more minutes: 5 for it, 1 against')).toBeVisible({ timeout: 30_000 });
    for (const page of [ana, ben, chloe]) {
      expect(await room.secondsLeftOn(page)).toBeGreaterThan(5 * 60);
    }
  });

  await test.step('they talk, raise hands, decide and promise', async () => {
    await room.say(ana, 'Welcome, everybody');
    await room.say(ben, 'Good to be here');
    for (const page of [chloe, dilan, eva, farid]) {
      await expect(room.talkOn(page)).toContainText('Good to be here');
      expect(await room.linesOn(page, /^(Welcome|Good)/)).toEqual(['Welcome, everybody', 'Good to be here']);
    }

    await ben.getByRole('button', { name: 'Raise my hand' }).click();
    await expect(ben.getByRole('button', { name: 'Lower my hand, number 1' })).toBeVisible();
    await eva.getByRole('button', { name: 'Raise my hand' }).click();
    await expect(eva.getByRole('button', { name: 'Lower my hand, number 2' })).toBeVisible();
    await expectAccessible(ana);
    await expectNothingCutOff(ben);
    await expectAccessible(ben);
    await ana.getByRole('button', { name: 'Give the floor to Ben Okafor' }).click();
    await expect(seen(ben, 'You have the floor')).toBeVisible();
    await expect(seen(farid, /next: Eva/)).toBeVisible();
    await ben.getByRole('button', { name: 'End my turn' }).click();
    await expect(seen(farid, 'Nobody has the floor')).toBeVisible();

    await room.noteDecision(dilan, 'We meet in the evening');
    await room.addActionItem(eva, 'Write to the sponsor', 'Farid Nazari', '2030-01-31');
    await expect(room.talkOn(ben)).toContainText('Decided: We meet in the evening');
    await expect(room.talkOn(ben)).toContainText('Farid Nazari will do: Write to the sponsor');
    await expectAccessible(chloe);
  });

  const lead = at[helper];
  await test.step('the facilitator’s browser dies; after a grace the next one is asked, and takes the lead', async () => {
    await alone.kill();
    await expect(seen(farid, 'Ana Ruiz has lost the connection.')).toBeVisible();
    await expect(lead.getByRole('button', { name: 'Take the lead' })).toBeHidden();
    await expect(lead.getByRole('alert')).toHaveText('Ana Ruiz is not here. Would you lead the meeting?');
    const others = names.filter((name) => name !== 'Ana Ruiz' && name !== helper);
    for (const name of others) await expect(seen(at[name], `${helper} is asked to lead.`)).toBeVisible();
    await expectAccessible(lead);
    await lead.getByRole('button', { name: 'Take the lead' }).click();
    await lead.getByRole('button', { name: 'Next: The sponsor does not answer' }).click();
    for (const page of [ben, farid, dilan]) {
      await expect(room.talkOn(page)).toContainText(`${helper} took the lead, because Ana Ruiz was not here`);
      await expect(room.stageOn(page, 'The sponsor does not answer')).toBeVisible();
    }
  });

  await test.step('a phone goes offline and comes back complete', async () => {
    line.cut();
    await expect(seen(ben, 'You are offline.')).toBeVisible();
    for (const words of ['Phone one', 'Phone two']) await room.say(ben, words);
    await expect(ben.getByText('not sent yet, goes out by itself')).toHaveCount(2);
    for (const words of ['Table one', 'Table two', 'Table three']) await room.say(dilan, words);
    await lead.getByRole('button', { name: 'Next: Saying no' }).click();
    await expect(room.stageOn(farid, 'Saying no')).toBeVisible();

    line.mend();
    await expect(room.stageOn(ben, 'Saying no')).toBeVisible();
    await expect(ben.getByText('not sent yet, goes out by itself')).toHaveCount(0);
    const all = ['Table one', 'Table two', 'Table three', 'Phone one', 'Phone two'];
    for (const page of [ben, farid, lead]) {
      await expect.poll(() => room.linesOn(page, /^(Table|Phone) /)).toEqual(all);
    }
  });

  await test.step('the meeting closes; minutes, carry-over and the next facilitator are right', async () => {
    await lead.getByRole('button', { name: 'Next: Tools for risk' }).click();
    await room.closeMeeting(lead);
    for (const page of [lead, ben, farid]) {
      await expect(page.getByRole('heading', { level: 1, name: 'The meeting is closed' })).toBeVisible();
    }
    // For by far the longest part: a vote, and a minute and a half of grace.
    for (const page of [lead, ben, farid])
      await expect(page.getByText(/came out of it\. Ana Ruiz led\.$/)).toBeVisible();
    await farid.getByRole('link', { name: 'Read the minutes' }).click();
    const minutes = farid.getByRole('main');
    await expect(minutes.getByRole('listitem').filter({ hasText: 'We meet in the evening' })).toContainText(
      'Dilan Yıldız, on How are you?',
    );
    await expect(minutes.getByText('Write to the sponsor')).toBeVisible();
    await expect(minutes.getByRole('listitem').filter({ hasText: 'Estimating together' })).toContainText(
      'Not reached, carried over',
    );
    await expect(minutes.getByRole('listitem').filter({ hasText: /^Saying no/ })).toContainText(
      /took \d+ s of 20 min/,
    );
    await expect(minutes.getByText(`${helper} stepped in at`)).toBeVisible();
    for (const name of names) await expect(minutes.getByText(`${name}from`)).toBeVisible();

    const [held] = await readEarlier(farid, circle);
    expect(held?.text).toContain('Ana Ruiz led');
    expect(held?.text).not.toContain('in place of');
    // Ana has done her turn, and who stepped in at the end keeps the date that is theirs, as everybody does.
    const ahead = (await readRota(farid, circle)).map(({ leader }) =>
      leader === 'You' ? 'Farid Nazari' : leader,
    );
    expect(ahead).toEqual(planned.slice(1));
    await farid.goto(`/meetings/${meeting}/minutes`);
    await expect(minutes.getByText(`${ahead[0]} leads.`)).toBeVisible();

    await farid.goto(`/meetings/${nextMeeting}`);
    await expect(agendaItem(farid, 'Estimating together')).toContainText('Carried over from last time');
    await expect(titlesOn(farid)).toHaveCount(1);
    await farid.goto('/today');
    await expect(farid.getByRole('button', { name: 'Done: Write to the sponsor' })).toBeVisible();
  });
});
