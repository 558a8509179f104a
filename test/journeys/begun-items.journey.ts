// What is half typed on an agenda stays until it is sent or left, and takes nothing back that others have changed.
import { agendaItem, changeMinutes, propose, titlesOn, vote } from './harness/agenda.ts';
import { gather } from './harness/gathering.ts';
import { blockSockets, holdForm } from './harness/held-form.ts';
import { keptOn } from './harness/kept.ts';
import { expectAccessible, expectNothingCutOff, seen } from './harness/looks.ts';
import { expect, test } from './harness/rondo-test.ts';

test('a proposal and a changed item that are half typed outlive a reload', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const { meeting } = await gather({ Ana: ana }, 'Draft circle');
  await ana.goto(`/meetings/${meeting}/agenda`);
  const title = ana.getByRole('textbox', { name: 'Title' }).last();
  const help = ana.getByRole('textbox', { name: 'What help is wanted' }).last();
  const details = () => ana.getByText('Minutes, kind, who brings it, help wanted').click();
  await title.fill('Vendor ri');
  await details();
  await help.fill('How do others');
  await ana.reload();
  await expect(title).toHaveValue('Vendor ri');
  await details();
  await expect(help).toHaveValue('How do others');
  await title.fill('Vendor risk');
  await ana.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(agendaItem(ana, 'Vendor risk')).toBeVisible();
  await expect(title).toHaveValue('');
  await expect.poll(() => keptOn(ana)).toEqual([]);

  const row = agendaItem(ana, 'Vendor risk');
  const edit = () => row.locator('summary').click();
  await edit();
  await row.getByRole('textbox', { name: 'Title' }).fill('Vendor risk, again');
  await ana.reload();
  await edit();
  await expect(row.getByRole('textbox', { name: 'Title' })).toHaveValue('Vendor risk, again');
  await expect(row.getByRole('textbox', { name: 'What help is wanted' })).toHaveValue('How do others');
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(agendaItem(ana, 'Vendor risk, again')).toBeVisible();
  await expect.poll(() => keptOn(ana)).toEqual([]);
});

test('a change that was begun is there to copy when somebody has taken the item off', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const { meeting } = await gather({ Ana: ana }, 'Draft circle');
  await ana.goto(`/meetings/${meeting}/agenda`);
  await propose(ana, { title: 'Vendor risk' });
  const row = agendaItem(ana, 'Vendor risk');
  await row.locator('summary').click();
  await row.getByRole('textbox', { name: 'Title' }).fill('Vendor risk, again');
  await ana.goto('/today');

  const other = await ana.context().newPage();
  await other.goto(`/meetings/${meeting}/agenda`);
  await agendaItem(other, 'Vendor risk').locator('summary').click();
  await other.getByRole('button', { name: 'Take it off the agenda: Vendor risk' }).click();
  await expect(agendaItem(other, 'Vendor risk')).toHaveCount(0);

  await ana.goto(`/meetings/${meeting}/agenda`);
  await expect(row.getByText('You wrote this here and did not send it.')).toBeVisible();
  await expect(row.getByText('Vendor risk, again')).toBeVisible();
  await row.getByRole('button', { name: 'Put away' }).click();
  await expect(row.getByText('Vendor risk, again')).toHaveCount(0);
  await ana.reload();
  await expect(ana.getByRole('textbox', { name: 'Title' }).last()).toBeVisible();
  await expect(row).toHaveCount(0);
});

test('a change that was begun says so, and can be left', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const { meeting } = await gather({ Ana: ana }, 'Draft circle');
  await ana.goto(`/meetings/${meeting}/agenda`);
  await propose(ana, { title: 'Vendor risk' });
  const row = agendaItem(ana, 'Vendor risk');
  const title = row.getByRole('textbox', { name: 'Title' });
  const minutes = row.getByRole('spinbutton', { name: 'Minutes' });
  const press = () => row.locator('summary').click();
  await press();
  await minutes.fill('15');
  await title.fill('Vendor risk, again');
  await press();
  await expect(row.getByText('Go on with your change')).toBeVisible();
  await ana.reload();
  await expect(row.getByText('Go on with your change')).toBeVisible();
  for (const width of [360, 1280]) {
    await ana.setViewportSize({ width, height: 800 });
    await expectNothingCutOff(ana);
    await expectAccessible(ana);
  }
  await press();
  await expect(minutes).toHaveValue('15');
  await expect(title).toHaveValue('Vendor risk, again');
  await row.getByRole('button', { name: 'Leave it' }).click();
  await expect(title).toBeHidden();
  await expect(row.getByText('Go on with your change')).toBeHidden();
  expect(await keptOn(ana)).toEqual([]);
  await press();
  await expect(title).toHaveValue('Vendor risk');
  await expect(minutes).toHaveValue('10');
});

test('a change that was begun takes nothing back that somebody else has chosen since', async ({ open }) => {
  const [ana, ben] = [await open({ timezoneId: 'UTC' }), await open({ timezoneId: 'UTC' })];
  const { meeting } = await gather({ Ana: ana, Ben: ben }, 'Draft circle');
  for (const page of [ana, ben]) await page.goto(`/meetings/${meeting}/agenda`);
  await propose(ben, { title: 'Vendor risk', bringer: 'Ana' });
  const row = agendaItem(ana, 'Vendor risk');
  const minutes = row.getByRole('spinbutton', { name: 'Minutes' });
  const kind = row.getByRole('combobox', { name: 'Kind' });
  const press = () => row.locator('summary').click();
  await press();
  await minutes.fill('25');
  await ana.goto('/today');
  await changeMinutes(ben, 'Vendor risk', 30);
  await ana.goto(`/meetings/${meeting}/agenda`);
  await press();
  await expect(minutes).toHaveValue('30');

  // The same on a page that stays open, with its form shut.
  await minutes.fill('15');
  await press();
  const other = agendaItem(ben, 'Vendor risk');
  await other.locator('summary').click();
  await other.getByRole('combobox', { name: 'Kind' }).selectOption('fixed');
  await other.getByRole('spinbutton', { name: 'Minutes' }).fill('20');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('20 min');
  await press();
  await expect(minutes).toHaveValue('20');
  await expect(kind).toHaveValue('fixed');
  await row.getByRole('textbox', { name: 'Title' }).fill('Vendor risk, again');
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(agendaItem(ben, 'Vendor risk, again')).toContainText('20 min');
  await expect.poll(() => keptOn(ana)).toEqual([]);
});

test('what is chosen for a proposal stays when others choose a format meanwhile', async ({ open }) => {
  const [ana, ben] = [await open({ timezoneId: 'UTC' }), await open({ timezoneId: 'UTC' })];
  const { meeting } = await gather({ Ana: ana, Ben: ben }, 'Draft circle');
  for (const page of [ana, ben]) await page.goto(`/meetings/${meeting}/agenda`);
  const form = ana.locator('#propose');
  await form.getByRole('textbox', { name: 'Title' }).fill('Vendor risk');
  await form.getByText('Minutes, kind, who brings it, help wanted').click();
  const minutes = form.getByRole('spinbutton', { name: 'Minutes' });
  await minutes.fill('25');
  await ben.getByRole('group').getByText('Open agenda by votes').first().click();
  await ben.getByRole('button', { name: 'Use this format: Open agenda by votes' }).click();
  await expect(titlesOn(ana).first()).toBeVisible();
  await expect(minutes).toHaveValue('25');
  await form.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(agendaItem(ana, 'Vendor risk')).toContainText('25 min');
});

test('words whose form was cut short by another stay until the agenda has them', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const { meeting } = await gather({ Ana: ana }, 'Draft circle');
  await ana.goto(`/meetings/${meeting}/agenda`);
  await propose(ana, { title: 'Alpha' });
  await blockSockets(ana);
  await ana.reload();
  await expect(seen(ana, 'There is no live connection right now.')).toBeVisible();

  const title = ana.locator('#propose').getByRole('textbox', { name: 'Title' });
  const button = ana.getByRole('button', { name: 'Propose', exact: true });
  const lost = await holdForm(ana, 'item.propose');
  await title.fill('Beta');
  await button.click();
  await lost.sent;
  await vote(ana, 'Alpha', 1);
  await expect(title).toHaveValue('Beta');
  await lost.release();
  await button.click();
  await expect(agendaItem(ana, 'Beta')).toBeVisible();
  await expect(title).toHaveValue('');
  await expect.poll(() => keptOn(ana)).toEqual([]);

  const row = agendaItem(ana, 'Alpha');
  const edited = row.getByRole('textbox', { name: 'Title' });
  const change = await holdForm(ana, 'item.edit');
  await row.locator('summary').click();
  await edited.fill('Alpha, again');
  await row.getByRole('button', { name: 'Save' }).click();
  await change.sent;
  await vote(ana, 'Alpha', 2);
  await expect(edited).toHaveValue('Alpha, again');
  await expect(edited).toBeVisible();
  await change.release();
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(agendaItem(ana, 'Alpha, again')).toBeVisible();
  await expect.poll(() => keptOn(ana)).toEqual([]);

  // Words that are typed while others are on their way.
  const taken = await holdForm(ana, 'item.edit', { arrives: true });
  const again = agendaItem(ana, 'Alpha, again');
  await again.locator('summary').click();
  await again.getByRole('textbox', { name: 'Title' }).fill('Gamma');
  await again.getByRole('button', { name: 'Save' }).click();
  await taken.sent;
  await again.getByRole('textbox', { name: 'Title' }).fill('Gamma and delta');
  await agendaItem(ana, 'Alpha, again').getByRole('button', { name: '1 dot' }).click();
  const last = agendaItem(ana, 'Gamma').getByRole('textbox', { name: 'Title' });
  await expect(last).toHaveValue('Gamma and delta');
  expect(await keptOn(ana)).not.toEqual([]);
});

test('who leaves the page before the answer comes proposes once', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const { meeting } = await gather({ Ana: ana }, 'Draft circle');
  const agenda = `/meetings/${meeting}/agenda`;
  await ana.goto(agenda);
  const title = ana.locator('#propose').getByRole('textbox', { name: 'Title' });
  const button = ana.getByRole('button', { name: 'Propose', exact: true });

  const taken = await holdForm(ana, 'item.propose', { arrives: true });
  await title.fill('Alpha');
  await button.click();
  await taken.sent;
  await ana.goto('/today');
  await taken.release();
  await ana.goto(agenda);
  await expect(agendaItem(ana, 'Alpha')).toBeVisible();
  await expect.poll(() => keptOn(ana)).toEqual([]);
  await expect(title).toHaveValue('');

  // One that is on its way for long: the words are there, and are the same proposal when they are sent again.
  const late = await holdForm(ana, 'item.propose');
  await title.fill('Beta');
  await button.click();
  const request = await late.sent;
  await ana.goto('/today');
  await late.release();
  await ana.goto(agenda);
  await expect(title).toHaveValue('Beta');
  await button.click();
  await expect(agendaItem(ana, 'Beta')).toBeVisible();
  await expect(title).toHaveValue('');
  const answer = await ana.context().request.fetch(request, { maxRedirects: 0 });
  expect(answer.status()).toBeLessThan(400);
  await propose(ana, { title: 'Gamma' });
  await expect(agendaItem(ana, 'Beta')).toHaveCount(1);
  await expect.poll(() => keptOn(ana)).toEqual([]);
});
