// What is typed is never lost: words that nobody has seen yet are on the page of whoever typed them, wherever it has gone.
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
