// Arranging the agenda by mouse, keys and thumbs, and what happens to it where the network is bad.
import { agendaItem, moveItem, propose, titlesOn, vote } from './harness/agenda.ts';
import { gather } from './harness/gathering.ts';
import { blockSockets } from './harness/held-form.ts';
import { expectAccessible, seen } from './harness/looks.ts';
import { expect, test } from './harness/rondo-test.ts';

test('items are moved by buttons, keys and mouse, and everyone sees and hears it', async ({ open }) => {
  const [ana, ben] = [await open({ viewport: { width: 1200, height: 1600 } }), await open()];
  const { meeting } = await gather({ Ana: ana, Ben: ben }, 'Movers');
  for (const page of [ana, ben]) await page.goto(`/meetings/${meeting}/agenda`);
  for (const title of ['Alpha', 'Beta', 'Gamma']) await propose(ana, { title });

  await moveItem(ana, 'Gamma', 'up');
  for (const page of [ana, ben]) {
    await expect(titlesOn(page)).toHaveText(['Alpha', 'Gamma', 'Beta']);
    await expect(page.getByRole('status').last()).toHaveText('Moved Gamma to place 2 of 3');
  }
  await expect(ana.getByRole('button', { name: 'Move Gamma up' })).toBeFocused();

  const handle = ana.getByRole('button', { name: 'Drag Alpha' });
  await handle.focus();
  await ana.keyboard.press('Alt+ArrowDown');
  await ana.keyboard.press('Alt+ArrowDown');
  await expect(titlesOn(ben)).toHaveText(['Gamma', 'Beta', 'Alpha']);
  await expect(handle).toBeFocused();

  const grip = await handle.boundingBox();
  const target = await agendaItem(ana, 'Gamma').boundingBox();
  if (!grip || !target) throw new Error('Something is out of sight.');
  await ana.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await ana.mouse.down();
  await ana.mouse.move(grip.x + grip.width / 2, grip.y - 30, { steps: 5 });
  await ana.mouse.move(target.x + 200, target.y + 8, { steps: 10 });
  await ana.mouse.up();
  await expect(titlesOn(ben)).toHaveText(['Alpha', 'Gamma', 'Beta']);
  await expectAccessible(ana);
});

test('where no live line goes, forms do it; with no network at all, what was typed stays', async ({
  open,
  line,
}) => {
  const ana = await open();
  const ben = await open({ proxy: { server: line.server } });
  const { meeting } = await gather({ Ana: ana, Ben: ben }, 'Tunnellers');
  await ana.goto(`/meetings/${meeting}/agenda`);
  for (const title of ['Alpha', 'Beta']) await propose(ana, { title });

  await blockSockets(ben);
  await ben.goto(`/meetings/${meeting}/agenda`);
  await expect(seen(ben, 'There is no live connection right now.')).toBeVisible();
  await moveItem(ben, 'Beta', 'up');
  for (const page of [ana, ben]) await expect(titlesOn(page)).toHaveText(['Beta', 'Alpha']);
  await vote(ben, 'Alpha', 1);
  await expect(seen(ben, '2 of your 3 dots left')).toBeVisible();

  line.cut();
  await ben.getByRole('textbox', { name: 'Title' }).fill('Written in a tunnel');
  await ben.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(seen(ben, 'You are offline right now.')).toBeVisible();
  await moveItem(ben, 'Alpha', 'up');
  await expect(titlesOn(ben)).toHaveText(['Beta', 'Alpha']);
  await expect(ben.getByRole('textbox', { name: 'Title' })).toHaveValue('Written in a tunnel');
  line.mend();
  await ben.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(agendaItem(ana, 'Written in a tunnel')).toBeVisible();
  await expect(ben.getByRole('textbox', { name: 'Title' })).toHaveValue('');
});
