// What the editor counts, everybody reads, and what no editor writes does no harm.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { asWritten } from '#app/domain/notes/as-written.ts';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { notesMarkdown } from '#app/domain/notes/notes-markdown.ts';
import { openNoteDocuments } from '#server/notes/note-documents.ts';
import { noteSchema, openNoteView } from '#test/harness/note-view.ts';

/** A document of one numbered list, as the server keeps it. */
function listBegun(start: unknown) {
  const doc = new Y.Doc();
  const [list, item, text] = [
    new Y.XmlElement('orderedList'),
    new Y.XmlElement('listItem'),
    new Y.XmlText('x'),
  ];
  item.insert(0, [text]);
  list.insert(0, [item]);
  if (start !== undefined) list.setAttribute('start', start as never);
  doc.getXmlFragment(NOTE_ROOT).push([list]);
  return Y.encodeStateAsUpdate(doc);
}

test('a list that begins with 5 in the editor begins with 5 for whoever reads, also where it is carried to', async () => {
  const doc = asWritten(new Y.Doc());
  const view = openNoteView(doc);
  // The binding sets itself up a moment later.
  await new Promise((done) => setTimeout(done));
  const { orderedList, listItem, paragraph } = noteSchema.nodes;
  const words = paragraph?.create(null, noteSchema.text('fifth'));
  const list = orderedList?.create({ start: 5 }, listItem?.create(null, words));
  if (list) view.dispatch(view.state.tr.insert(0, list));
  view.close();
  const stored = Y.encodeStateAsUpdate(doc);

  const documents = openNoteDocuments();
  documents.feed('here', [stored], true);
  expect(notesMarkdown(documents.tree('here'))).toEqual(['5. fifth']);
  documents.feed('next', [], true);
  const carried = documents.carry('next', [stored], { heading: 'Notes', writer: 1 });
  if (carried) documents.write('next', carried);
  expect(notesMarkdown(documents.tree('next'))).toEqual(['### Notes', '5. fifth']);
});

test('whatever is stored where a list begins, its words are read', () => {
  const documents = openNoteDocuments();
  for (const start of [undefined, null, '5', -5, 0.5, 1e300, Number.NaN, 5n, true]) {
    documents.feed('here', [], true);
    expect(documents.write('here', listBegun(start))).toMatchObject({ change: expect.anything() });
    expect(notesMarkdown(documents.tree('here'))).toEqual(['1. x']);
  }
});
