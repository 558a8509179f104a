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

test('on a phone, what waits to be taken back stands there, and a topic that was refused is found from the talk', async ({
  open,
  line,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, proxy: { server: line.server } };
  const ana = await open({ timezoneId: 'UTC', ...phone });
  const { meeting } = await gather({ Ana: ana }, 'Phone circle');
  await room.enterRoom(ana, meeting);
  await room.show(ana, 'Decided');
  await room.noteDecision(ana, 'We meet on Mondays');
  const decision = ana.getByText('We meet on Mondays', { exact: true });
  await expect(ana.getByText('noted by you')).toBeVisible();

  line.cut();
  await expect(ana.getByText('You are offline.')).toBeVisible();
  await ana.getByRole('button', { name: 'Take this decision off the list' }).click();
  await expect(ana.getByText('Taking a decision off the list')).toBeVisible();
  await expect(ana.getByText('not sent yet, goes out by itself')).toBeVisible();
  await expect(decision).toBeVisible();
  await expectNothingCutOff(ana);
  await ana.evaluate(leaveTopicOfNoTime);
  line.mend();
  await expect(decision).toBeHidden();

  await room.enterRoom(ana, meeting);
  const words = 'A topic was not accepted. See Agenda.';
  // Read aloud where it appears, with a name of its own, and within reach of the keyboard.
  const where = ana.getByRole('status').getByRole('button', { name: words, exact: true });
  await expect(where).toBeVisible();
  const tab = ana.getByRole('radio', { name: 'Agenda', exact: true });
  await expect(tab).toBeAttached();
  await expectNothingCutOff(ana);
  await expectAccessible(ana);
  await where.press('Enter');
  await expect(ana.getByText('Vendor risk')).toBeVisible();
  await expect(tab).toBeFocused();
  await ana.getByRole('button', { name: 'Put away' }).click();
  await room.show(ana, 'Talk');
  await expect(where).toBeHidden();
});

/** Beside the first thing that waits in this browser, as an earlier page may have left it: a topic that nobody can take. */
async function leaveTopicOfNoTime(): Promise<void> {
  const done = <Answer>(request: IDBRequest<Answer>) =>
    new Promise<Answer>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('rondo-outbox'));
  const store = database.transaction('entries', 'readwrite').objectStore('entries');
  const [first] = await done(store.getAll());
  const topic = { itemKind: 'topic', title: 'Vendor risk', minutes: 0, bringer: null, help: '' };
  const command = { kind: 'item.propose', item: crypto.randomUUID(), ...topic };
  await done(store.put({ ...first, id: crypto.randomUUID(), command, at: first.at + 1 }));
  database.close();
}
