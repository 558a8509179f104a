// The shared notes in one loading of a room's page: the browser's own half of them over the tab's line, with a note of what
// was written, what was called saved, and what there is in the end.
import * as Y from 'yjs';
import type { NoteFrame } from '#app/domain/notes/wire.ts';
import { type KeptNote, notesOutbox } from '#app/screens/live/notes-outbox.ts';
import type { RoomStore } from '#app/screens/live/room-store.ts';
import type { LiveSocket } from '#app/screens/live/socket.ts';
import { openNoteLink } from '#app/screens/notes/note-link.ts';
import { wordsIn } from '#app/screens/notes/unsent.ts';
import { openNoteView } from '#test/harness/note-view.ts';
import type { Dice } from './dice.ts';
import type { History } from './history.ts';
import { doNoteAct, nextNoteAct, writeWord } from './note-acts.ts';
import { watchNoteChanges } from './note-changes.ts';
import { noteWord } from './note-words.ts';

export type NoteTab = {
  /** Puts a word somewhere that is there once, if one can write at all. */
  write: (dice: Dice) => void;
  /** Does this or that, mostly that. */
  act: (dice: Dice) => void;
  isSaved: () => boolean;
  /** How much of the document is here, the same for the same content. */
  extent: () => string;
  /** Until the browser's storage has what was written. */
  kept: () => Promise<unknown>;
  noteEnd: () => Promise<void>;
  stop: () => void;
};

/** How often somebody writes a word, of all that they do in the notes. */
const WRITING = 0.6;

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
  const view = openNoteView(link.doc);
  const written: string[] = [];
  let told = 0;
  /** What this person is about; null while the editor does something by itself. */
  let doing: string | null = null;
  watchNoteChanges(link.doc, ({ out, put }) => {
    const [word] = doing === 'write' ? written.slice(-1) : [];
    for (const { word: one, within } of put)
      if (one === word) history.note({ do: 'note-write', tab: name, person, word, within });
    const moved = put.filter((one) => one.word !== word);
    if (out.length + moved.length > 0) history.note({ do: 'note-change', tab: name, by: doing, out, moved });
  });

  line.on('notes.frame', ({ seq }: NoteFrame) => history.note({ do: 'note-seen', tab: name, person, seq }));
  link.subscribe(() => {
    if (link.get().standing !== 'saved') return;
    const words = written.slice(told);
    told = written.length;
    history.note({ do: 'note-saved', tab: name, words, has: base64(Y.encodeSnapshot(Y.snapshot(link.doc))) });
  });
  const stop = link.start();
  let isLive = false;
  const forget = store.subscribe(() => {
    const was = isLive;
    isLive = store.get().connection === 'live';
    if (isLive !== was) link.online(isLive);
  });

  /** Does it if one can write at all. */
  function attempt(what: string, task: () => void): void {
    const { standing } = link.get();
    const isOpen = standing === 'saved' || standing === 'saving' || standing === 'kept';
    if (!isOpen || store.get().connection === 'cut') return;
    doing = what;
    task();
    doing = null;
  }
  function write(dice: Dice): void {
    attempt('write', () => {
      const word = noteWord(name, written.length + 1);
      written.push(word);
      writeWord(view, word, dice);
    });
  }
  const mine = (word: string) => word.includes(`[${name}:`);

  return {
    write,
    act(dice) {
      if (dice.chance(WRITING)) return write(dice);
      const act = nextNoteAct(dice);
      attempt(act, () => doNoteAct(act, view, dice, mine));
    },
    isSaved: () => link.get().standing === 'saved',
    extent: () => base64(Y.encodeStateVector(link.doc)),
    kept: () => Promise.all(storing),
    async noteEnd() {
      const kept = wordsIn(await notesOutbox.list(person, room));
      const update = base64(Y.encodeStateAsUpdate(link.doc));
      const shown = view.state.doc.textContent;
      history.note({ do: 'note-end', tab: name, person, standing: link.get().standing, update, kept, shown });
    },
    stop() {
      stop();
      forget();
      view.close();
    },
  };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
