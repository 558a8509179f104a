// Notes that cannot be drawn for a moment: what others write is in the document all the same, and what is written goes out.
import { expect, test } from 'vitest';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { openNoteGround, said, say, standing } from '#test/harness/note-ground.ts';
import type { Writer } from '#test/harness/note-writers.ts';
import { until } from '#test/harness/until.ts';

const { writer } = openNoteGround();

/** The next change that comes in cannot be drawn. */
function failOnce({ link }: Writer): void {
  const root = link.doc.getXmlFragment(NOTE_ROOT);
  const fail = () => {
    root.unobserveDeep(fail);
    throw new Error('This cannot be drawn.');
  };
  root.observeDeep(fail);
}

test('P35 what came while somebody was away and could not be drawn does not hold up what they write', async () => {
  const [ana, ben] = [await writer(0), await writer(1)];
  ana.unplug();
  await until(() => expect(ana.socket.connected).toBe(false));
  say(ben, 'while Ana is away');
  await until(() => expect(standing(ben)).toBe('saved'));
  failOnce(ana);
  ana.plugIn();
  await until(() => expect(said(ana)).toEqual(['while Ana is away']));
  say(ana, 'from Ana');
  await until(() => expect(standing(ana)).toBe('saved'));
  await until(() => expect(said(ana).sort()).toEqual(['from Ana', 'while Ana is away']));
  await until(() => expect(said(ben)).toEqual(said(ana)));
});

test('P31 a frame that could not be drawn is followed by all that come after it', async () => {
  const [ana, ben] = [await writer(0), await writer(1)];
  failOnce(ana);
  for (const words of ['one', 'two', 'three']) say(ben, words);
  await until(() => expect(said(ana)).toEqual(['one', 'two', 'three']));
  say(ana, 'four');
  await until(() => expect(standing(ana)).toBe('saved'));
});
