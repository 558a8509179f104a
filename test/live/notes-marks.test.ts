// Marks on words, where one marks what another takes out.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openNoteGround, said, say } from '#test/harness/note-ground.ts';
import { firstText, updateOf } from '#test/harness/notes.ts';
import { until } from '#test/harness/until.ts';

const ground = openNoteGround();

test('P38 a page that reads what somebody else took out changes nothing by itself', async () => {
  const ana = await ground.writer(0);
  const { doc } = ana.link;
  say(ana, 'budget plan');
  await until(async () => expect(await ground.stored()).toHaveLength(1));
  const earlier = await ground.storedDocument();
  firstText(doc).format(0, 6, { bold: {} });
  await until(async () => expect(await ground.stored()).toHaveLength(2));

  let own = 0;
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) own += 1;
  });
  // Who has not heard of the mark takes out what it is on.
  const without = updateOf(earlier, () => firstText(earlier).delete(0, 6));
  await ground.server.house().notes.write(ground.room.meeting, ground.room.members[1] ?? '', without);
  await until(() => expect(said(ana)).toEqual([' plan']));
  expect(own).toBe(0);
  expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(await ground.storedDocument()))).toBe(true);
});
