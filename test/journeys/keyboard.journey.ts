// The whole story again, by two people who use no mouse: every step is a key.
import { agendaItem, dotsOn, titlesOn } from './harness/agenda.ts';
import { soonIn } from './harness/circle.ts';
import * as hands from './harness/keyboard.ts';
import { seen } from './harness/looks.ts';
import { somebody } from './harness/people.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

test('two people do everything by keyboard alone', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const ben = await open({ timezoneId: 'UTC' });
  const main = ana.getByRole('main');

  const link = await test.step('an account, a circle and an invitation', async () => {
    await ana.goto('/');
    await fillAccount(ana, 'Ana');
    await hands.press(ana.getByRole('button', { name: 'Begin' }));
    await expect(ana.getByRole('heading', { level: 1 })).toHaveText('Found a circle');
    await hands.write(ana.getByLabel('Name'), 'Keyboard circle');
    await hands.press(ana.getByRole('button', { name: 'Found the circle' }));
    await expect(ana.getByRole('heading', { level: 1 })).toHaveText('Keyboard circle');
    await hands.press(ana.getByRole('link', { name: 'Invite your circle' }));
    await hands.press(ana.getByRole('button', { name: 'Make a link' }));
    await expect(ana.getByLabel('Invitation link')).toBeVisible();
    await hands.press(ana.getByRole('button', { name: 'Copy' }));
    return ana.getByLabel('Invitation link').inputValue();
  });

  await test.step('joining', async () => {
    await ben.goto(link);
    await fillAccount(ben, 'Ben');
    await hands.press(ben.getByRole('button', { name: 'Make my account and join' }));
    await expect(ben.getByRole('heading', { level: 1 })).toHaveText('Keyboard circle');
  });

  await test.step('a season', async () => {
    const { firstDate, at } = soonIn('UTC');
    await hands.press(ana.getByRole('link', { name: 'Meetings', exact: true }));
    await expect(ana.getByRole('heading', { level: 1 })).toHaveText('Plan your season');
    await hands.writeDay(ana.getByLabel('First meeting'), firstDate);
    await hands.writeTime(ana.getByLabel('At', { exact: true }), at);
    await hands.write(ana.getByLabel('How many meetings'), '2');
    await hands.press(ana.getByRole('button', { name: 'Show the dates' }));
    await hands.press(ana.getByRole('button', { name: 'Plan these 2 meetings' }));
    await expect(seen(ana, 'Planned. Everyone sees the dates now')).toBeVisible();
  });

  await test.step('an agenda: propose, vote, reorder', async () => {
    for (const page of [ana, ben]) {
      await hands.press(page.getByRole('banner').getByRole('link', { name: 'Today' }));
      await hands.press(page.getByRole('link', { name: 'Open the agenda' }));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agenda');
    }
    for (const title of ['How are you?', 'Saying no']) {
      await hands.write(ana.getByRole('textbox', { name: 'Title' }), title);
      await hands.key(ana, 'Enter');
      await expect(agendaItem(ana, title)).toBeVisible();
      await expect(ana.getByRole('textbox', { name: 'Title' })).toHaveValue('');
    }
    await expect(agendaItem(ben, 'Saying no')).toBeVisible();
    await hands.press(dotsOn(ben, 'Saying no').getByRole('button', { name: '2 dots' }));
    await expect(seen(ben, '1 of your 3 dots left')).toBeVisible();
    await hands.tabTo(ben.getByRole('button', { name: /^Drag Saying no/ }));
    await hands.key(ben, 'Alt+ArrowUp');
    await expect(titlesOn(ana)).toHaveText(['Saying no', 'How are you?']);
    await hands.press(ana.getByRole('button', { name: 'Move How are you? up' }), 'Space');
    await expect(titlesOn(ben)).toHaveText(['How are you?', 'Saying no']);
  });

  await test.step('the meeting: talk, hands, the floor, items', async () => {
    for (const page of [ana, ben]) {
      await hands.press(page.getByRole('link', { name: 'Go to the room' }));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meeting room of Keyboard circle');
    }
    await expect(seen(ana, '2 here')).toBeVisible();
    // The start closes voting, so what has dots comes first.
    await hands.press(ana.getByRole('button', { name: 'Start the meeting' }));
    await hands.key(ana, 'n');
    await expect(room.stageOn(ben, 'Saying no')).toBeVisible();

    // However fast somebody types on, the first letter is theirs too.
    const focused = await ben.evaluate(() => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true }));
      const { id } = document.activeElement as HTMLElement;
      (document.activeElement as HTMLElement).blur();
      return id;
    });
    expect(focused).toBe('composer');
    await hands.key(ben, 'm');
    await ben.keyboard.type('Hello, h and n and m are letters here');
    await hands.key(ben, 'Enter');
    await expect(room.talkOn(ana)).toContainText('Hello, h and n and m are letters here');
    await hands.press(ben.getByRole('button', { name: 'Raise my hand' }));
    await hands.press(ana.getByRole('button', { name: 'Give the floor to Ben' }));
    await expect(seen(ben, 'You have the floor')).toBeVisible();
    await hands.key(ben, 'h');
    await expect(seen(ana, 'Nobody has the floor')).toBeVisible();

    await hands.press(ana.getByRole('button', { name: 'Next: How are you?' }));
    await expect(room.stageOn(ben, 'How are you?')).toBeVisible();
    await hands.press(ana.getByRole('button', { name: 'Finish' }));
    await expect(room.stageOn(ben, 'Time to say goodbye')).toBeVisible();
  });

  await test.step('an action item and a decision', async () => {
    await hands.press(ben.getByRole('button', { name: 'Add an action item' }));
    await hands.write(ben.getByRole('textbox', { name: 'What is to be done?' }), 'Ask the sponsor');
    await hands.choose(ben.getByRole('combobox', { name: 'Who does it?' }), 'Ana');
    await hands.writeDay(ben.getByLabel('By when?'), '2030-01-31');
    await hands.press(ben.getByRole('button', { name: 'Add it' }));
    await expect(room.talkOn(ana)).toContainText('Ana will do: Ask the sponsor');
    await hands.press(ana.getByRole('button', { name: 'Note a decision' }));
    await hands.write(ana.getByRole('textbox', { name: 'What did you decide?' }), 'We say no twice a week');
    await hands.press(ana.getByRole('button', { name: 'Note it' }));
    await expect(room.talkOn(ben)).toContainText('Decided: We say no twice a week');
  });

  await test.step('the end, and the minutes', async () => {
    await hands.key(ana, '.');
    const close = ana.getByRole('list').getByRole('button', { name: 'Close the meeting' });
    await expect(close).toBeVisible();
    // Behind "Hand over the lead".
    await hands.key(ana, 'ArrowDown');
    await hands.key(ana, 'ArrowDown');
    await expect(close).toBeFocused();
    await hands.key(ana, 'Enter');
    await hands.press(ana.getByRole('dialog').getByRole('button', { name: 'Close the meeting' }));
    await hands.press(ana.getByRole('link', { name: 'Read the minutes' }));
    await expect(main.getByText('We say no twice a week')).toBeVisible();
    await hands.press(main.getByRole('button', { name: 'Done: Ask the sponsor' }));
    await expect(main.getByRole('button', { name: 'Not done yet: Ask the sponsor' })).toBeVisible();
    await expect(ben.getByRole('heading', { level: 1 })).toHaveText('The meeting is closed');
  });

  async function fillAccount(page: typeof ana, name: string): Promise<void> {
    const { email, password } = somebody(name);
    await hands.write(page.getByLabel('Your name'), name);
    await hands.write(page.getByLabel('Mail address'), email);
    await hands.write(page.getByLabel('Password'), password);
  }
});
