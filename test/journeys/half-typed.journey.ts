// What is half typed is never lost: it is in its field again after a reload, or on the page to copy, until it is sent or left.
import type { Page } from '@playwright/test';
import { agendaItem, propose } from './harness/agenda.ts';
import * as between from './harness/between.ts';
import { gather } from './harness/gathering.ts';
import { expectAccessible, expectNothingCutOff } from './harness/looks.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

const begun = 'Half a thought that took me ten minutes';

test('what is half typed in the room is there again after a reload, until it is sent or left', async ({
  open,
}) => {
  const ana = await open({ timezoneId: 'UTC' });
  const ben = await open({ timezoneId: 'UTC' });
  const { meeting } = await gather({ Ana: ana, Ben: ben }, 'Draft circle');
  for (const page of [ana, ben]) await room.enterRoom(page, meeting);
  await ana.getByRole('button', { name: 'Start the meeting' }).click();
  await room.say(ben, 'Said in a hurry');
  await room.say(ben, 'Said with care');
  await expect(room.talkOn(ana)).toContainText('Said with care');

  const editor = ben.getByRole('textbox', { name: 'Change these words' });
  await room.openEditor(ben, 'Said in a hurry');
  await ben.reload();
  await expect(ben.getByRole('button', { name: 'Note a decision' })).toBeEnabled();
  await expect(editor).toBeHidden();
  await room.openEditor(ben, 'Said in a hurry');
  await editor.fill(begun);
  await ben.reload();
  await expect(editor).toHaveValue(begun);
  await expect(editor).not.toBeFocused();
  for (const width of [360, 1280]) {
    await ben.setViewportSize({ width, height: 800 });
    await expectNothingCutOff(ben);
    await expectAccessible(ben);
  }
  await ben.getByRole('button', { name: 'Leave it' }).click();
  await expect(room.talkOn(ben)).toContainText('Said in a hurry');
  expect(await keptOn(ben)).toEqual([]);
  await room.openEditor(ben, 'Said in a hurry');
  await editor.fill(begun);
  await ben.reload();
  await ben.getByRole('button', { name: 'Save' }).click();
  await expect(room.talkOn(ana)).toContainText(begun);
  expect(await keptOn(ben)).toEqual([]);

  const decide = () => ben.getByRole('button', { name: 'Note a decision' }).click();
  const decision = ben.getByRole('textbox', { name: 'What did you decide?' });
  await decide();
  await decision.fill('We meet on');
  await ben.reload();
  await decide();
  await expect(decision).toHaveValue('We meet on');
  await ben.getByRole('button', { name: 'Leave it' }).click();
  await decide();
  await expect(decision).toHaveValue('');
  await decision.fill('We meet on Mondays');
  // Shut without a word: the words are there again.
  await ben.keyboard.press('Escape');
  await decide();
  await expect(decision).toHaveValue('We meet on Mondays');
  await ben.getByRole('button', { name: 'Note it' }).click();
  await expect(ana.getByText('We meet on Mondays').first()).toBeVisible();
  expect(await keptOn(ben)).toEqual([]);

  const caught = () => room.catchAsDecision(ben, 'Said with care');
  await caught();
  await decision.fill('Said with more care');
  await ben.reload();
  await decide();
  await expect(decision).toHaveValue('');
  await ben.keyboard.press('Escape');
  await caught();
  await expect(decision).toHaveValue('Said with more care');
  await ben.getByRole('button', { name: 'Leave it' }).click();

  const dialog = ben.getByRole('dialog', { name: 'Add an action item' });
  const promise = () => ben.getByRole('button', { name: 'Add an action item' }).click();
  await promise();
  await dialog.getByRole('textbox', { name: 'What is to be done?' }).fill('Ask the sponsor');
  await dialog.getByRole('combobox', { name: 'Who does it?' }).selectOption('Ana');
  await dialog.getByLabel('By when?').fill('2030-05-06');
  await ben.reload();
  await promise();
  await expect(dialog.getByRole('textbox', { name: 'What is to be done?' })).toHaveValue('Ask the sponsor');
  await expect(dialog.getByRole('combobox', { name: 'Who does it?' }).locator(':checked')).toHaveText('Ana');
  await expect(dialog.getByLabel('By when?')).toHaveValue('2030-05-06');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(ana.getByText('Ask the sponsor').first()).toBeVisible();
  expect(await keptOn(ben)).toEqual([]);

  await promise();
  await dialog.getByRole('textbox', { name: 'What is to be done?' }).fill('Think about');
  await room.closeMeeting(ana);
  await expect(ben.getByRole('heading', { name: 'The meeting is closed' })).toBeVisible();
  await expect(ben.getByText('Think about')).toBeVisible();
  await ben.getByRole('button', { name: 'Put away' }).click();
  expect(await keptOn(ben)).toEqual([]);
});

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

test('an answer and a change that were begun between meetings say where they are', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const { circle } = await gather({ Ana: ana }, 'Draft circle');
  await ana.goto(`/circles/${circle.id}/room`);
  await between.begin(ana, 'How do you do it?');
  await ana.getByText('Answer', { exact: true }).click();
  await ana.getByLabel('Your answer').fill('We begin with');
  await ana.reload();
  await expect(ana.getByLabel('Your answer')).toBeHidden();
  await ana.getByText('Go on with your answer').click();
  await expect(ana.getByLabel('Your answer')).toHaveValue('We begin with');

  await between.begin(ana, 'Who has time on Friday?');
  const [friday = ''] = await ana.locator('[id^=line-]').evaluateAll((lines) => lines.map(({ id }) => id));
  await ana.goto(`/circles/${circle.id}/room?line=${friday.replace('line-', '')}`);
  await expect(
    ana.getByText('You began an answer in a conversation that is not on this page.'),
  ).toBeVisible();
  await expect(ana.getByText('We begin with')).toBeVisible();
  for (const width of [360, 1280]) {
    await ana.setViewportSize({ width, height: 800 });
    await expectNothingCutOff(ana);
    await expectAccessible(ana);
  }
  await ana.getByRole('link', { name: 'Go there' }).click();
  await expect(ana.getByText('How do you do it?')).toBeVisible();
  await expect(ana.getByText('not on this page')).toBeHidden();
  await ana.getByText('Go on with your answer').click();
  await expect(ana.getByLabel('Your answer')).toHaveValue('We begin with');
  await ana.getByLabel('Your answer').fill('');
  await ana.reload();
  await expect(ana.getByText('Answer', { exact: true })).toBeVisible();
  await between.answer(ana, 'We begin on Mondays');

  await room.openEditor(ana, 'How do you do it?');
  const editor = ana.getByRole('textbox', { name: 'Change these words' });
  await editor.fill('How do you do that?');
  await ana.reload();
  await expect(editor).toHaveValue('How do you do that?');
  await editor.press('Escape');
  await expect(ana.getByRole('article').first()).toContainText('How do you do it?');
  expect(await keptOn(ana)).toEqual([]);

  const other = await ana.context().newPage();
  await other.goto(`/circles/${circle.id}/room`);
  await room.openEditor(ana, 'We begin on Mondays');
  await editor.fill('We begin on Tuesdays');
  await room.takeBack(other, 'We begin on Mondays');
  await expect(ana.getByText('You wrote this here and did not send it.')).toBeVisible();
  await expect(ana.getByText('We begin on Tuesdays')).toBeVisible();
  await ana.getByRole('button', { name: 'Put away' }).click();
  // The conversation goes with its last line.
  await room.openEditor(ana, 'How do you do it?');
  await editor.fill('How do you do that?');
  await room.takeBack(other, 'How do you do it?');
  await expect(ana.getByText('You began to change a line that is not on this page.')).toBeVisible();
  await expect(ana.getByText('How do you do that?')).toBeVisible();
});

/** What this tab keeps of what is half typed. */
function keptOn(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('rondo-draft')));
}
