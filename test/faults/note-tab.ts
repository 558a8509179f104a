// The shared notes in one loading of a room's page: the browser's own half of them over the tab's line, with a note of what
// was written, what was called saved, and what there is in the end.
import * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import type { NoteFrame } from '#app/domain/notes/wire.ts';
import { type KeptNote, notesOutbox } from '#app/screens/live/notes-outbox.ts';
import type { RoomStore } from '#app/screens/live/room-store.ts';
import type { LiveSocket } from '#app/screens/live/socket.ts';
import { openNoteLink } from '#app/screens/notes/note-link.ts';
import { wordsIn } from '#app/screens/notes/unsent.ts';
import { addParagraph } from '#test/harness/notes.ts';
import type { Dice } from './dice.ts';
import type { History } from './history.ts';

export type NoteTab = {
  /** Puts a word somewhere that is there once, if one can write at all. */
  write: (dice: Dice) => void;
  isSaved: () => boolean;
  /** How much of the document is here, the same for the same content. */
  extent: () => string;
  /** Until the browser's storage has what was written. */
  kept: () => Promise<unknown>;
  noteEnd: () => Promise<void>;
  stop: () => void;
};

type Owner = { name: string; person: string; room: string };

/** Opens the notes; they follow the room's own line, as they do on the page. */
export function openNoteTab(
  { name, person, room }: Owner,
  line: LiveSocket,
  store: RoomStore,
  history: History,
): NoteTab {
  const storing = new Set<Promise<boolean>>();
  function put(piece: KeptNote): Promise<boolean> {
    const stored = notesOutbox.put(piece);
    storing.add(stored);
    void stored.finally(() => storing.delete(stored));
    return stored;
  }
  const link = openNoteLink({
    ...{ room, me: person, socket: line, outbox: { ...notesOutbox, put } },
    mayStore: () => store.get().connection !== 'signed-out',
  });
  const written: string[] = [];
  let told = 0;

  line.on('notes.frame', ({ seq }: NoteFrame) => history.note({ do: 'note-seen', tab: name, person, seq }));
  link.subscribe(() => {
    if (link.get().standing !== 'saved') return;
    const words = written.slice(told);
    told = written.length;
    if (words.length > 0) history.note({ do: 'note-saved', tab: name, words });
  });
  const stop = link.start();
  let isLive = false;
  const forget = store.subscribe(() => {
    const was = isLive;
    isLive = store.get().connection === 'live';
    if (isLive !== was) link.online(isLive);
  });

  return {
    write(dice) {
      const { standing } = link.get();
      const isOpen = standing === 'saved' || standing === 'saving' || standing === 'kept';
      if (!isOpen || store.get().connection === 'cut') return;
      const word = `[${name}:${written.length + 1}]`;
      written.push(word);
      history.note({ do: 'note-write', tab: name, person, word });
      putSomewhere(link.doc, word, dice);
    },
    isSaved: () => link.get().standing === 'saved',
    extent: () => Buffer.from(Y.encodeStateVector(link.doc)).toString('base64'),
    kept: () => Promise.all(storing),
    async noteEnd() {
      const kept = wordsIn(await notesOutbox.list(person, room));
      const update = Buffer.from(Y.encodeStateAsUpdate(link.doc)).toString('base64');
      history.note({ do: 'note-end', tab: name, person, standing: link.get().standing, update, kept });
    },
    stop() {
      stop();
      forget();
    },
  };
}

/** A paragraph of its own, or before or behind what stands in another. */
function putSomewhere(doc: Y.Doc, word: string, dice: Dice): void {
  const block = dice.chance(0.7) ? dice.one(doc.getXmlFragment(NOTE_ROOT).toArray()) : undefined;
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
  if (text instanceof Y.XmlText) text.insert(dice.chance(0.5) ? 0 : text.length, word);
  else addParagraph(doc, word);
}
