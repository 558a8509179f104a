// What is half typed is never lost: it is in its field again after a reload, or on the page to copy, until it is sent or left.
import * as between from './harness/between.ts';
import { gather } from './harness/gathering.ts';
import { changeKept, keptOn } from './harness/kept.ts';
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

  await room.openEditor(ben, 'Said with care');
  await editor.fill('Said with less care');
  await changeKept(ben, /:edit:[^:]+/, { key: ':edit:00000000-0000-4000-8000-000000000000' });
  await ben.reload();
  // A line that is not drawn, such as one of yesterday.
  await expect(ben.getByText('You wrote this here and did not send it.')).toBeVisible();
  await expect(ben.getByText('Said with less care')).toBeVisible();
  await ben.getByRole('button', { name: 'Put away' }).click();
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
  await dialog.getByRole('combobox', { name: 'Who does it?' }).selectOption('Ana');
  await dialog.getByLabel('By when?').fill('2030-05-06');
  // Whoever was chosen has left since.
  await changeKept(ben, /:owner:.*/, { value: 'nobody' });
  await ben.reload();
  await promise();
  await expect(dialog.getByRole('textbox', { name: 'What is to be done?' })).toHaveValue('Think about');
  await expect(dialog.getByRole('combobox', { name: 'Who does it?' }).locator(':checked')).toHaveText(
    'Ben (you)',
  );
  await room.closeMeeting(ana);
  await expect(ben.getByRole('heading', { name: 'The meeting is closed' })).toBeVisible();
  await expect(ben.getByText('Think about')).toBeVisible();
  await ben.getByRole('button', { name: 'Put away' }).click();
  expect(await keptOn(ben)).toEqual([]);
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

test('a change that was begun of an answer which is folded away is open', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const { circle } = await gather({ Ana: ana }, 'Draft circle');
  await ana.goto(`/circles/${circle.id}/room`);
  await between.begin(ana, 'How do you do it?');
  await between.answer(ana, 'Answer 1');
  const answers = ana.getByRole('article').first();
  for (const number of [2, 3, 4, 5, 6, 7, 8]) {
    await answers.getByLabel('Your answer').fill(`Answer ${number}`);
    await answers.getByRole('button', { name: 'Send' }).click();
    await expect(answers.getByRole('log')).toContainText(`Answer ${number}`);
  }
  await ana.reload();
  const editor = ana.getByRole('textbox', { name: 'Change these words' });
  await ana.getByText('2 earlier answers').click();
  await room.openEditor(ana, 'Answer 2');
  await editor.fill('Answer 2, in other words');
  await ana.reload();
  await expect(editor).toBeVisible();
  await expect(editor).toHaveValue('Answer 2, in other words');
  await expect(ana.getByText('1 earlier answer')).toBeVisible();
  await expect(ana.getByText('Answer 1')).toBeHidden();
});
