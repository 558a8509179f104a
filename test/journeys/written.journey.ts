// What is typed is never lost: words that nobody has seen yet are on the page of whoever typed them, wherever it has gone.
import type { Page } from '@playwright/test';
import { agendaItem } from './harness/agenda.ts';
import { gather } from './harness/gathering.ts';
import { expectAccessible, expectNothingCutOff } from './harness/looks.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

const begun = 'Half a thought that took me ten minutes, and that I would have liked to bring to its end';

test('what somebody is just writing when the meeting is closed stays theirs, to copy', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const ben = await open({ timezoneId: 'UTC' });
  const { meeting } = await gather({ Ana: ana, Ben: ben }, 'Draft circle');
  for (const page of [ana, ben]) await room.enterRoom(page, meeting);
  await ana.getByRole('button', { name: 'Start the meeting' }).click();
  await ben.getByRole('textbox', { name: 'Your words' }).fill(begun);
  await room.closeMeeting(ana);

  const isClosed = () => expect(ben.getByRole('heading', { name: 'The meeting is closed' })).toBeVisible();
  await isClosed();
  await expect(ben.getByText(begun)).toBeVisible();
  await ben.reload();
  await isClosed();
  await expect(ben.getByText(begun)).toBeVisible();
  await expect(ben.getByRole('button', { name: 'Copy' })).toBeVisible();
  for (const width of [360, 1280]) {
    await ben.setViewportSize({ width, height: 800 });
    await expectNothingCutOff(ben);
    await expectAccessible(ben);
  }

  await ben.getByRole('button', { name: 'Put away' }).click();
  await expect(ben.getByText(begun)).toBeHidden();
  await ben.reload();
  await isClosed();
  await expect(ben.getByText(begun)).toBeHidden();
});

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

/** What this tab keeps of what is half typed. */
function keptOn(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('rondo-draft')));
}
